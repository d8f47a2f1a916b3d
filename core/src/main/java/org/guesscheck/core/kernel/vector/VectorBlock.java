package org.guesscheck.core.kernel.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;

/**
 * One block of a product: up to 5 rows by 5 columns of sums, all in registers, so that each feature and weight is loaded once.
 *
 * <p>Rows and columns of the block are class data. What lies beyond them is never executed, and the compiler drops it: one
 * text serves 25 sizes. A template of {@link VectorBackend}.
 */
final class VectorBlock implements Block {
    private static final VectorSpecies<Float> F = Specialised.species(MethodHandles.lookup());
    private static final int R = Specialised.constant(MethodHandles.lookup(), 1, Integer.class);
    private static final int C = Specialised.constant(MethodHandles.lookup(), 2, Integer.class);
    private static final int L = F.length();

    VectorBlock() {}

    @Override
    public void add(Multiplication job, int firstRow, int firstCol) {
        for (int g = 0; g < job.groups; g++) {
            int y = Stages.BASE + 16 * (job.yAt + g * job.yGroup + firstRow * job.yRow);
            int w = Stages.BASE + 16 * (job.wAt + g * job.wGroup + firstCol);
            int out = Stages.BASE + 16 * (job.outAt + g * job.outGroup + firstRow * job.cols + firstCol);
            for (int h = 0; h < 16; h += L) {
                sums(job, y + h, w + h, out + h);
            }
        }
    }

    private static void sums(Multiplication job, int firstY, int firstW, int o) {
        float[] y = job.y;
        float[] w = job.w;
        float[] out = job.out;
        int nextY = 16 * job.yUnit;
        int nextW = 16 * job.wUnit;
        int row = 16 * job.yRow;
        int below = 16 * job.cols;
        FloatVector zero = FloatVector.zero(F);
        FloatVector s00 = zero;
        FloatVector s01 = zero;
        FloatVector s02 = zero;
        FloatVector s03 = zero;
        FloatVector s04 = zero;
        FloatVector s10 = zero;
        FloatVector s11 = zero;
        FloatVector s12 = zero;
        FloatVector s13 = zero;
        FloatVector s14 = zero;
        FloatVector s20 = zero;
        FloatVector s21 = zero;
        FloatVector s22 = zero;
        FloatVector s23 = zero;
        FloatVector s24 = zero;
        FloatVector s30 = zero;
        FloatVector s31 = zero;
        FloatVector s32 = zero;
        FloatVector s33 = zero;
        FloatVector s34 = zero;
        FloatVector s40 = zero;
        FloatVector s41 = zero;
        FloatVector s42 = zero;
        FloatVector s43 = zero;
        FloatVector s44 = zero;
        if (!job.fresh) {
            s00 = FloatVector.fromArray(F, out, o);
            if (C > 1) {
                s01 = FloatVector.fromArray(F, out, o + 16);
            }
            if (C > 2) {
                s02 = FloatVector.fromArray(F, out, o + 32);
            }
            if (C > 3) {
                s03 = FloatVector.fromArray(F, out, o + 48);
            }
            if (C > 4) {
                s04 = FloatVector.fromArray(F, out, o + 64);
            }
            if (R > 1) {
                s10 = FloatVector.fromArray(F, out, o + below);
            }
            if (R > 1 && C > 1) {
                s11 = FloatVector.fromArray(F, out, o + below + 16);
            }
            if (R > 1 && C > 2) {
                s12 = FloatVector.fromArray(F, out, o + below + 32);
            }
            if (R > 1 && C > 3) {
                s13 = FloatVector.fromArray(F, out, o + below + 48);
            }
            if (R > 1 && C > 4) {
                s14 = FloatVector.fromArray(F, out, o + below + 64);
            }
            if (R > 2) {
                s20 = FloatVector.fromArray(F, out, o + 2 * below);
            }
            if (R > 2 && C > 1) {
                s21 = FloatVector.fromArray(F, out, o + 2 * below + 16);
            }
            if (R > 2 && C > 2) {
                s22 = FloatVector.fromArray(F, out, o + 2 * below + 32);
            }
            if (R > 2 && C > 3) {
                s23 = FloatVector.fromArray(F, out, o + 2 * below + 48);
            }
            if (R > 2 && C > 4) {
                s24 = FloatVector.fromArray(F, out, o + 2 * below + 64);
            }
            if (R > 3) {
                s30 = FloatVector.fromArray(F, out, o + 3 * below);
            }
            if (R > 3 && C > 1) {
                s31 = FloatVector.fromArray(F, out, o + 3 * below + 16);
            }
            if (R > 3 && C > 2) {
                s32 = FloatVector.fromArray(F, out, o + 3 * below + 32);
            }
            if (R > 3 && C > 3) {
                s33 = FloatVector.fromArray(F, out, o + 3 * below + 48);
            }
            if (R > 3 && C > 4) {
                s34 = FloatVector.fromArray(F, out, o + 3 * below + 64);
            }
            if (R > 4) {
                s40 = FloatVector.fromArray(F, out, o + 4 * below);
            }
            if (R > 4 && C > 1) {
                s41 = FloatVector.fromArray(F, out, o + 4 * below + 16);
            }
            if (R > 4 && C > 2) {
                s42 = FloatVector.fromArray(F, out, o + 4 * below + 32);
            }
            if (R > 4 && C > 3) {
                s43 = FloatVector.fromArray(F, out, o + 4 * below + 48);
            }
            if (R > 4 && C > 4) {
                s44 = FloatVector.fromArray(F, out, o + 4 * below + 64);
            }
        }
        int i = firstY;
        int j = firstW;
        for (int u = 0; u < job.units - 1; u++) {
            FloatVector w0 = FloatVector.fromArray(F, w, j);
            FloatVector w1 = C > 1 ? FloatVector.fromArray(F, w, j + 16) : zero;
            FloatVector w2 = C > 2 ? FloatVector.fromArray(F, w, j + 32) : zero;
            FloatVector w3 = C > 3 ? FloatVector.fromArray(F, w, j + 48) : zero;
            FloatVector w4 = C > 4 ? FloatVector.fromArray(F, w, j + 64) : zero;
            FloatVector f0 = FloatVector.fromArray(F, y, i);
            s00 = f0.fma(w0, s00);
            if (C > 1) {
                s01 = f0.fma(w1, s01);
            }
            if (C > 2) {
                s02 = f0.fma(w2, s02);
            }
            if (C > 3) {
                s03 = f0.fma(w3, s03);
            }
            if (C > 4) {
                s04 = f0.fma(w4, s04);
            }
            if (R > 1) {
                FloatVector f1 = FloatVector.fromArray(F, y, i + row);
                s10 = f1.fma(w0, s10);
                if (C > 1) {
                    s11 = f1.fma(w1, s11);
                }
                if (C > 2) {
                    s12 = f1.fma(w2, s12);
                }
                if (C > 3) {
                    s13 = f1.fma(w3, s13);
                }
                if (C > 4) {
                    s14 = f1.fma(w4, s14);
                }
            }
            if (R > 2) {
                FloatVector f2 = FloatVector.fromArray(F, y, i + 2 * row);
                s20 = f2.fma(w0, s20);
                if (C > 1) {
                    s21 = f2.fma(w1, s21);
                }
                if (C > 2) {
                    s22 = f2.fma(w2, s22);
                }
                if (C > 3) {
                    s23 = f2.fma(w3, s23);
                }
                if (C > 4) {
                    s24 = f2.fma(w4, s24);
                }
            }
            if (R > 3) {
                FloatVector f3 = FloatVector.fromArray(F, y, i + 3 * row);
                s30 = f3.fma(w0, s30);
                if (C > 1) {
                    s31 = f3.fma(w1, s31);
                }
                if (C > 2) {
                    s32 = f3.fma(w2, s32);
                }
                if (C > 3) {
                    s33 = f3.fma(w3, s33);
                }
                if (C > 4) {
                    s34 = f3.fma(w4, s34);
                }
            }
            if (R > 4) {
                FloatVector f4 = FloatVector.fromArray(F, y, i + 4 * row);
                s40 = f4.fma(w0, s40);
                if (C > 1) {
                    s41 = f4.fma(w1, s41);
                }
                if (C > 2) {
                    s42 = f4.fma(w2, s42);
                }
                if (C > 3) {
                    s43 = f4.fma(w3, s43);
                }
                if (C > 4) {
                    s44 = f4.fma(w4, s44);
                }
            }
            i += nextY;
            j += nextW;
        }
        // The last unit's sums are stored row by row: all stores in one go would fill their queue, and the next group
        // would wait.
        FloatVector w0 = FloatVector.fromArray(F, w, j);
        FloatVector w1 = C > 1 ? FloatVector.fromArray(F, w, j + 16) : zero;
        FloatVector w2 = C > 2 ? FloatVector.fromArray(F, w, j + 32) : zero;
        FloatVector w3 = C > 3 ? FloatVector.fromArray(F, w, j + 48) : zero;
        FloatVector w4 = C > 4 ? FloatVector.fromArray(F, w, j + 64) : zero;
        FloatVector f = FloatVector.fromArray(F, y, i);
        f.fma(w0, s00).intoArray(out, o);
        if (C > 1) {
            f.fma(w1, s01).intoArray(out, o + 16);
        }
        if (C > 2) {
            f.fma(w2, s02).intoArray(out, o + 32);
        }
        if (C > 3) {
            f.fma(w3, s03).intoArray(out, o + 48);
        }
        if (C > 4) {
            f.fma(w4, s04).intoArray(out, o + 64);
        }
        if (R > 1) {
            f = FloatVector.fromArray(F, y, i + row);
            f.fma(w0, s10).intoArray(out, o + below);
        }
        if (R > 1 && C > 1) {
            f.fma(w1, s11).intoArray(out, o + below + 16);
        }
        if (R > 1 && C > 2) {
            f.fma(w2, s12).intoArray(out, o + below + 32);
        }
        if (R > 1 && C > 3) {
            f.fma(w3, s13).intoArray(out, o + below + 48);
        }
        if (R > 1 && C > 4) {
            f.fma(w4, s14).intoArray(out, o + below + 64);
        }
        if (R > 2) {
            f = FloatVector.fromArray(F, y, i + 2 * row);
            f.fma(w0, s20).intoArray(out, o + 2 * below);
        }
        if (R > 2 && C > 1) {
            f.fma(w1, s21).intoArray(out, o + 2 * below + 16);
        }
        if (R > 2 && C > 2) {
            f.fma(w2, s22).intoArray(out, o + 2 * below + 32);
        }
        if (R > 2 && C > 3) {
            f.fma(w3, s23).intoArray(out, o + 2 * below + 48);
        }
        if (R > 2 && C > 4) {
            f.fma(w4, s24).intoArray(out, o + 2 * below + 64);
        }
        if (R > 3) {
            f = FloatVector.fromArray(F, y, i + 3 * row);
            f.fma(w0, s30).intoArray(out, o + 3 * below);
        }
        if (R > 3 && C > 1) {
            f.fma(w1, s31).intoArray(out, o + 3 * below + 16);
        }
        if (R > 3 && C > 2) {
            f.fma(w2, s32).intoArray(out, o + 3 * below + 32);
        }
        if (R > 3 && C > 3) {
            f.fma(w3, s33).intoArray(out, o + 3 * below + 48);
        }
        if (R > 3 && C > 4) {
            f.fma(w4, s34).intoArray(out, o + 3 * below + 64);
        }
        if (R > 4) {
            f = FloatVector.fromArray(F, y, i + 4 * row);
            f.fma(w0, s40).intoArray(out, o + 4 * below);
        }
        if (R > 4 && C > 1) {
            f.fma(w1, s41).intoArray(out, o + 4 * below + 16);
        }
        if (R > 4 && C > 2) {
            f.fma(w2, s42).intoArray(out, o + 4 * below + 32);
        }
        if (R > 4 && C > 3) {
            f.fma(w3, s43).intoArray(out, o + 4 * below + 48);
        }
        if (R > 4 && C > 4) {
            f.fma(w4, s44).intoArray(out, o + 4 * below + 64);
        }
    }
}
