/** Everything that loads native code: C kernels behind JNI, OpenBLAS. The one name for {@code --enable-native-access}. */
module org.guesscheck.nativekernels {
    requires org.guesscheck.core;
    requires static java.management;

    provides org.guesscheck.core.kernel.BackendProvider with
            org.guesscheck.nativekernels.jni.JniProvider;
    provides org.guesscheck.core.matrix.MultiplierProvider with
            org.guesscheck.nativekernels.blas.OpenBlasProvider;
    provides org.guesscheck.core.matrix.SparseMultiplierProvider with
            org.guesscheck.nativekernels.jni.JniSparseProvider;
}
