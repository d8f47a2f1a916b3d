/** A program of somebody else's that embeds the library. */
module embedding {
    requires org.guesscheck.core;
}
