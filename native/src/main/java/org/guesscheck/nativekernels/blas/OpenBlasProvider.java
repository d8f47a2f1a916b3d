package org.guesscheck.nativekernels.blas;

import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.matrix.MultiplierProvider;

/** Offers OpenBLAS as a multiplier of large matrices. */
public final class OpenBlasProvider implements MultiplierProvider {
    /** Makes a provider; the library is loaded later, when it is asked for. */
    public OpenBlasProvider() {}

    @Override
    public String name() {
        return "openblas";
    }

    @Override
    public String whyNot() {
        try {
            OpenBlas.get();
            return "";
        } catch (UnsupportedOperationException e) {
            return e.getCause().getMessage();
        }
    }

    @Override
    public String found() {
        OpenBlas library = OpenBlas.get();
        String verdict = CoreType.verdict(library.core());
        return library.version() + ", " + library.core() + " kernels" + (verdict.isEmpty() ? "" : ", " + verdict)
                + ", threads " + library.threads() + ", library " + library.path();
    }

    @Override
    public Multiplier open(int threads) {
        return new OpenBlasMultiplier(OpenBlas.get(), threads);
    }
}
