package org.guesscheck.bench.suite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightLayout;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.network.Network;
import org.junit.jupiter.api.Test;

/** What is timed is right, and what is wrong is not timed. */
class KernelWorkTest {
    /** Answers every question with the draws of another seed. */
    private record Wrong(Backend backend) implements Backend {
        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public ChunkKernel kernel(Question question) {
            return backend.kernel(new Question(Shape.problem(), question.network(), 2, Shape.EPS, 64));
        }

        @Override
        public DescentKernel descent(DescentShape shape) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stages stages(Question question) {
            return backend.stages(question);
        }
    }

    @Test
    void everyShapeIsCheckedBeforeItIsTimed() {
        for (Shape shape : Shape.STANDARD) {
            assertDoesNotThrow(() -> KernelWork.draws(Backends.named("vector"), shape.question()), shape.name());
        }
        Question question = Shape.STANDARD.getFirst().question();
        Backend wrong = new Wrong(Backends.named("scalar"));
        assertThrows(IllegalStateException.class, () -> KernelWork.draws(wrong, question));
    }

    @Test
    void productsFillTheirBatchAndAgree() {
        KernelWork.Products products = new KernelWork.Products(5, 24);
        KernelWork.products(Backends.named("vector"), products).run(2);
        assertEquals(2.0 * 5 * 5 * 24 * 16 * products.batch(), products.flops());
        float[] expected = {0, 1};
        float[] out = KernelWork.buffer(1);
        assertThrows(
                IllegalStateException.class,
                () -> KernelWork.requireEqual(
                        Backends.named("scalar"), "numbers", Arrays.copyOf(expected, out.length + 1), out));
    }

    @Test
    void aWrongMatrixProductIsRefused() {
        MatrixProduct plain = new PlainProduct();
        assertDoesNotThrow(() -> plain.checkedJob(33));
        MatrixProduct swapped = new MatrixProduct() {
            @Override
            public String name() {
                return "swapped";
            }

            @Override
            public Job job(int n, float[] a, float[] b) {
                return plain.job(n, b, a);
            }
        };
        assertThrows(IllegalStateException.class, () -> swapped.checkedJob(33));
    }

    @Test
    void flopsAreThoseOfTheFormulas() {
        // 50 normals of 19, 2 * 5 * 5 * 5 for the product, 5 residuals of 25 fma and 2 for their squares.
        assertEquals(50 * 19 + 250 + 5 * 54, Flops.draw(Shape.named("w5-d2").question()));
        // Normalized: its norm, and 3 residuals at the threshold of such shapes.
        assertEquals(
                50 * 19 + 250 + 54 + 3 * 54,
                Flops.draw(Shape.named("w5-d2-normalized").question()));
        Question deeper = new Question(Shape.problem(), Network.linear(5, 3), 1, Shape.EPS, 64);
        assertEquals(75 * 19 + 500 + 5 * 54, Flops.draw(deeper));
    }

    @Test
    void batchesAreThoseOfTheLoop() {
        WeightLayout layout = Shape.named("w5-d2").question().layout();
        assertEquals(KernelWork.VECTORS, layout.atOnce());
        assertEquals(layout.batch(), new KernelWork.Products(5, 5).batch());
        assertThrows(IllegalArgumentException.class, () -> new KernelWork.Products(5, 160));
    }

    @Test
    void numbersHaveThreeDigits() {
        assertEquals("33.1 M", MeasuredText.scaled(33_090_000));
        assertEquals("1.00 G", MeasuredText.scaled(999_800_000));
        assertEquals("7.00 ", MeasuredText.scaled(7));
    }
}
