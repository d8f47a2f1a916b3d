package org.guesscheck.core.kernel.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;

/**
 * A product of many small factors: some rows of it go through all of them in registers, and only the last product is stored.
 *
 * <p>Columns (of every factor) and rows of the block are class data, as in {@link VectorBlock}. A template of
 * {@link VectorBackend}.
 */
final class VectorChain implements Chain {
    private static final VectorSpecies<Float> F = Specialised.species(MethodHandles.lookup());
    private static final int B = Specialised.constant(MethodHandles.lookup(), 1, Integer.class);
    private static final int C = Specialised.constant(MethodHandles.lookup(), 2, Integer.class);
    private static final int L = F.length();

    VectorChain() {}

    @Override
    public void multiply(Multiplication first, int factors, int firstRow) {
        for (int g = 0; g < first.groups; g++) {
            int y = Stages.BASE + 16 * (first.yAt + g * first.yGroup + firstRow * first.yRow);
            int w = Stages.BASE + 16 * (first.wAt + g * first.wGroup);
            int out = Stages.BASE + 16 * (first.outAt + g * first.outGroup + firstRow * C);
            for (int h = 0; h < 16; h += L) {
                rows(first, factors, y + h, w + h, out + h);
            }
        }
    }

    private static void rows(Multiplication first, int factors, int i, int j, int o) {
        float[] y = first.y;
        float[] w = first.w;
        float[] out = first.out;
        int row = 16 * first.yRow;
        int unit = 16 * first.yUnit;
        FloatVector zero = FloatVector.zero(F);
        FloatVector y00 = FloatVector.fromArray(F, y, i);
        FloatVector y01 = C > 1 ? FloatVector.fromArray(F, y, i + unit) : zero;
        FloatVector y02 = C > 2 ? FloatVector.fromArray(F, y, i + 2 * unit) : zero;
        FloatVector y03 = C > 3 ? FloatVector.fromArray(F, y, i + 3 * unit) : zero;
        FloatVector y04 = C > 4 ? FloatVector.fromArray(F, y, i + 4 * unit) : zero;
        FloatVector y10 = B > 1 ? FloatVector.fromArray(F, y, i + row) : zero;
        FloatVector y11 = B > 1 && C > 1 ? FloatVector.fromArray(F, y, i + unit + row) : zero;
        FloatVector y12 = B > 1 && C > 2 ? FloatVector.fromArray(F, y, i + 2 * unit + row) : zero;
        FloatVector y13 = B > 1 && C > 3 ? FloatVector.fromArray(F, y, i + 3 * unit + row) : zero;
        FloatVector y14 = B > 1 && C > 4 ? FloatVector.fromArray(F, y, i + 4 * unit + row) : zero;
        FloatVector y20 = B > 2 ? FloatVector.fromArray(F, y, i + 2 * row) : zero;
        FloatVector y21 = B > 2 && C > 1 ? FloatVector.fromArray(F, y, i + unit + 2 * row) : zero;
        FloatVector y22 = B > 2 && C > 2 ? FloatVector.fromArray(F, y, i + 2 * unit + 2 * row) : zero;
        FloatVector y23 = B > 2 && C > 3 ? FloatVector.fromArray(F, y, i + 3 * unit + 2 * row) : zero;
        FloatVector y24 = B > 2 && C > 4 ? FloatVector.fromArray(F, y, i + 4 * unit + 2 * row) : zero;
        for (int f = 0; f < factors; f++) {
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
            {
                {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (0 * C + 0));
                    s00 = y00.fma(v, s00);
                    if (B > 1) {
                        s10 = y10.fma(v, s10);
                    }
                    if (B > 2) {
                        s20 = y20.fma(v, s20);
                    }
                }
                if (C > 1) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (0 * C + 1));
                    s01 = y00.fma(v, s01);
                    if (B > 1) {
                        s11 = y10.fma(v, s11);
                    }
                    if (B > 2) {
                        s21 = y20.fma(v, s21);
                    }
                }
                if (C > 2) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (0 * C + 2));
                    s02 = y00.fma(v, s02);
                    if (B > 1) {
                        s12 = y10.fma(v, s12);
                    }
                    if (B > 2) {
                        s22 = y20.fma(v, s22);
                    }
                }
                if (C > 3) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (0 * C + 3));
                    s03 = y00.fma(v, s03);
                    if (B > 1) {
                        s13 = y10.fma(v, s13);
                    }
                    if (B > 2) {
                        s23 = y20.fma(v, s23);
                    }
                }
                if (C > 4) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (0 * C + 4));
                    s04 = y00.fma(v, s04);
                    if (B > 1) {
                        s14 = y10.fma(v, s14);
                    }
                    if (B > 2) {
                        s24 = y20.fma(v, s24);
                    }
                }
            }
            if (C > 1) {
                {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (1 * C + 0));
                    s00 = y01.fma(v, s00);
                    if (B > 1) {
                        s10 = y11.fma(v, s10);
                    }
                    if (B > 2) {
                        s20 = y21.fma(v, s20);
                    }
                }
                if (C > 1) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (1 * C + 1));
                    s01 = y01.fma(v, s01);
                    if (B > 1) {
                        s11 = y11.fma(v, s11);
                    }
                    if (B > 2) {
                        s21 = y21.fma(v, s21);
                    }
                }
                if (C > 2) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (1 * C + 2));
                    s02 = y01.fma(v, s02);
                    if (B > 1) {
                        s12 = y11.fma(v, s12);
                    }
                    if (B > 2) {
                        s22 = y21.fma(v, s22);
                    }
                }
                if (C > 3) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (1 * C + 3));
                    s03 = y01.fma(v, s03);
                    if (B > 1) {
                        s13 = y11.fma(v, s13);
                    }
                    if (B > 2) {
                        s23 = y21.fma(v, s23);
                    }
                }
                if (C > 4) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (1 * C + 4));
                    s04 = y01.fma(v, s04);
                    if (B > 1) {
                        s14 = y11.fma(v, s14);
                    }
                    if (B > 2) {
                        s24 = y21.fma(v, s24);
                    }
                }
            }
            if (C > 2) {
                {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (2 * C + 0));
                    s00 = y02.fma(v, s00);
                    if (B > 1) {
                        s10 = y12.fma(v, s10);
                    }
                    if (B > 2) {
                        s20 = y22.fma(v, s20);
                    }
                }
                if (C > 1) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (2 * C + 1));
                    s01 = y02.fma(v, s01);
                    if (B > 1) {
                        s11 = y12.fma(v, s11);
                    }
                    if (B > 2) {
                        s21 = y22.fma(v, s21);
                    }
                }
                if (C > 2) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (2 * C + 2));
                    s02 = y02.fma(v, s02);
                    if (B > 1) {
                        s12 = y12.fma(v, s12);
                    }
                    if (B > 2) {
                        s22 = y22.fma(v, s22);
                    }
                }
                if (C > 3) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (2 * C + 3));
                    s03 = y02.fma(v, s03);
                    if (B > 1) {
                        s13 = y12.fma(v, s13);
                    }
                    if (B > 2) {
                        s23 = y22.fma(v, s23);
                    }
                }
                if (C > 4) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (2 * C + 4));
                    s04 = y02.fma(v, s04);
                    if (B > 1) {
                        s14 = y12.fma(v, s14);
                    }
                    if (B > 2) {
                        s24 = y22.fma(v, s24);
                    }
                }
            }
            if (C > 3) {
                {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (3 * C + 0));
                    s00 = y03.fma(v, s00);
                    if (B > 1) {
                        s10 = y13.fma(v, s10);
                    }
                    if (B > 2) {
                        s20 = y23.fma(v, s20);
                    }
                }
                if (C > 1) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (3 * C + 1));
                    s01 = y03.fma(v, s01);
                    if (B > 1) {
                        s11 = y13.fma(v, s11);
                    }
                    if (B > 2) {
                        s21 = y23.fma(v, s21);
                    }
                }
                if (C > 2) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (3 * C + 2));
                    s02 = y03.fma(v, s02);
                    if (B > 1) {
                        s12 = y13.fma(v, s12);
                    }
                    if (B > 2) {
                        s22 = y23.fma(v, s22);
                    }
                }
                if (C > 3) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (3 * C + 3));
                    s03 = y03.fma(v, s03);
                    if (B > 1) {
                        s13 = y13.fma(v, s13);
                    }
                    if (B > 2) {
                        s23 = y23.fma(v, s23);
                    }
                }
                if (C > 4) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (3 * C + 4));
                    s04 = y03.fma(v, s04);
                    if (B > 1) {
                        s14 = y13.fma(v, s14);
                    }
                    if (B > 2) {
                        s24 = y23.fma(v, s24);
                    }
                }
            }
            if (C > 4) {
                {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (4 * C + 0));
                    s00 = y04.fma(v, s00);
                    if (B > 1) {
                        s10 = y14.fma(v, s10);
                    }
                    if (B > 2) {
                        s20 = y24.fma(v, s20);
                    }
                }
                if (C > 1) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (4 * C + 1));
                    s01 = y04.fma(v, s01);
                    if (B > 1) {
                        s11 = y14.fma(v, s11);
                    }
                    if (B > 2) {
                        s21 = y24.fma(v, s21);
                    }
                }
                if (C > 2) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (4 * C + 2));
                    s02 = y04.fma(v, s02);
                    if (B > 1) {
                        s12 = y14.fma(v, s12);
                    }
                    if (B > 2) {
                        s22 = y24.fma(v, s22);
                    }
                }
                if (C > 3) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (4 * C + 3));
                    s03 = y04.fma(v, s03);
                    if (B > 1) {
                        s13 = y14.fma(v, s13);
                    }
                    if (B > 2) {
                        s23 = y24.fma(v, s23);
                    }
                }
                if (C > 4) {
                    FloatVector v = FloatVector.fromArray(F, w, j + 16 * (4 * C + 4));
                    s04 = y04.fma(v, s04);
                    if (B > 1) {
                        s14 = y14.fma(v, s14);
                    }
                    if (B > 2) {
                        s24 = y24.fma(v, s24);
                    }
                }
            }
            y00 = s00;
            y01 = s01;
            y02 = s02;
            y03 = s03;
            y04 = s04;
            y10 = s10;
            y11 = s11;
            y12 = s12;
            y13 = s13;
            y14 = s14;
            y20 = s20;
            y21 = s21;
            y22 = s22;
            y23 = s23;
            y24 = s24;
            j += 16 * C * C;
        }
        y00.intoArray(out, o);
        if (C > 1) {
            y01.intoArray(out, o + 16 * (0 * C + 1));
        }
        if (C > 2) {
            y02.intoArray(out, o + 16 * (0 * C + 2));
        }
        if (C > 3) {
            y03.intoArray(out, o + 16 * (0 * C + 3));
        }
        if (C > 4) {
            y04.intoArray(out, o + 16 * (0 * C + 4));
        }
        if (B > 1) {
            y10.intoArray(out, o + 16 * (1 * C + 0));
        }
        if (B > 1 && C > 1) {
            y11.intoArray(out, o + 16 * (1 * C + 1));
        }
        if (B > 1 && C > 2) {
            y12.intoArray(out, o + 16 * (1 * C + 2));
        }
        if (B > 1 && C > 3) {
            y13.intoArray(out, o + 16 * (1 * C + 3));
        }
        if (B > 1 && C > 4) {
            y14.intoArray(out, o + 16 * (1 * C + 4));
        }
        if (B > 2) {
            y20.intoArray(out, o + 16 * (2 * C + 0));
        }
        if (B > 2 && C > 1) {
            y21.intoArray(out, o + 16 * (2 * C + 1));
        }
        if (B > 2 && C > 2) {
            y22.intoArray(out, o + 16 * (2 * C + 2));
        }
        if (B > 2 && C > 3) {
            y23.intoArray(out, o + 16 * (2 * C + 3));
        }
        if (B > 2 && C > 4) {
            y24.intoArray(out, o + 16 * (2 * C + 4));
        }
    }
}
