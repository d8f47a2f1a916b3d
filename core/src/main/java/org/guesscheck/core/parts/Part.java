package org.guesscheck.core.parts;

import java.util.Arrays;

/**
 * The result of a range of pieces: sums, counts, accepted draws with their losses, never draws. Immutable.
 *
 * <p>Its bytes: "GNCP", version (2 bytes), length of all (8 bytes); the question's settings; the range; host, backend, threads
 * and seconds; what all parts of the question share; the results; SHA-256 of all that comes before. {@link PartOutput} has the encoding.
 */
public final class Part {
    /** The version of the format that is written and read. */
    public static final int VERSION = 1;

    private static final int MAGIC = 0x474e4350;
    private static final int LENGTH_AT = Integer.BYTES + Short.BYTES;
    private static final int HEAD = LENGTH_AT + Long.BYTES;

    private final Identity identity;
    private final Span span;
    private final Provenance provenance;
    private final byte[] shared;
    private final byte[] results;

    private Part(Identity identity, Span span, Provenance provenance, byte[] shared, byte[] results) {
        this.identity = identity;
        this.span = span;
        this.provenance = provenance;
        this.shared = shared;
        this.results = results;
    }

    /**
     * A part that a method has computed.
     *
     * @param identity the question
     * @param span the pieces
     * @param provenance how they were computed
     * @param shared what folding needs to know of the question, equal in all of its parts
     * @param results the pieces' results
     * @return a new part
     */
    public static Part of(Identity identity, Span span, Provenance provenance, PartOutput shared, PartOutput results) {
        return new Part(identity, span, provenance, shared.bytes(), results.bytes());
    }

    /**
     * The question.
     *
     * @return its settings
     */
    public Identity identity() {
        return identity;
    }

    /**
     * The pieces.
     *
     * @return their range
     */
    public Span span() {
        return span;
    }

    /**
     * How the part was computed.
     *
     * @return host, backend, threads and seconds
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * What folding needs to know of the question.
     *
     * @return a reader at its beginning
     */
    public PartInput shared() {
        return new PartInput(shared);
    }

    /** The results of the pieces. */
    PartInput results() {
        return new PartInput(results);
    }

    boolean sharesWith(Part other) {
        return Arrays.equals(shared, other.shared);
    }

    /**
     * A checksum of all but the provenance: equal for a part that was computed again.
     *
     * @return 32 bytes
     */
    public byte[] content() {
        PartOutput out = new PartOutput();
        identity.write(out);
        span.write(out);
        return Checksum.of(out.putBytes(shared).putBytes(Checksum.of(results)).bytes());
    }

    /**
     * The same part with the name of the machine that computed it.
     *
     * @param host the name
     * @return a changed copy
     */
    public Part from(String host) {
        Provenance changed = new Provenance(host, provenance.backend(), provenance.threads(), provenance.seconds());
        return new Part(identity, span, changed, shared, results);
    }

    /**
     * The part in bytes.
     *
     * @return a new array
     * @throws PartException if they are more than an array can hold
     */
    public byte[] bytes() {
        PartOutput out = new PartOutput();
        out.putInt(MAGIC).putShort(VERSION).putLong(0);
        identity.write(out);
        span.write(out);
        provenance.write(out);
        out.putBytes(shared).putBytes(results);
        return out.sealed(LENGTH_AT);
    }

    /**
     * Reads a part.
     *
     * @param bytes what {@link #bytes()} gave
     * @return the part
     * @throws PartException if they are no part, a part of another version, cut off or damaged
     */
    public static Part read(byte[] bytes) {
        if (bytes.length < HEAD || new PartInput(bytes).nextInt() != MAGIC) {
            throw new PartException(
                    bytes.length == 0 ? "empty; a part is needed" : "no part; a file of gnc shard is needed");
        }
        PartInput in = new PartInput(bytes);
        in.nextInt();
        int version = in.nextShort();
        if (version != VERSION) {
            throw new PartException(
                    "a part in version " + version + " of the format; this program reads version " + VERSION);
        }
        long length = in.nextLong();
        if (length != bytes.length) {
            throw new PartException("damaged: it has " + bytes.length + " bytes instead of " + length);
        }
        int end = bytes.length - Checksum.LENGTH;
        if (end < HEAD || !Arrays.equals(Checksum.of(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new PartException("damaged: its checksum is not that of its content");
        }
        return new Part(Identity.read(in), Span.read(in), Provenance.read(in), in.nextBytes(), in.nextBytes());
    }
}
