package org.guesscheck.nativekernels.blas;

import org.guesscheck.core.kernel.MatrixProducts;
import org.guesscheck.core.kernel.ProductsProvider;

/** Offers OpenBLAS to the core. */
public final class OpenBlasProvider implements ProductsProvider {
    /** Loads nothing yet. */
    public OpenBlasProvider() {}

    @Override
    public String name() {
        return "openblas";
    }

    @Override
    public MatrixProducts open(int threads) {
        return new OpenBlasProducts(OpenBlas.get(), threads);
    }
}
