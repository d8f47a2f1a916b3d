package org.guesscheck.core.kernel.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Stages;

/**
 * A product of many small factors: some rows of it go through all of them in registers, and only the last product is stored.
 *
 * <p>Columns (of every factor), rows of the block, and whether its second row is the same row of the next group, are class data,
 * as in {@link VectorBlock}: two rows have enough independent sums to hide the latency of fma, three would not fit 32 registers
 * together with their features, and a row that is left over has its twin in the next group. Terms are written out, since C2 stops
 * to inline methods other than the JDK's in one as large as this. A template of {@link VectorBackend}.
 */
final class VectorChain implements Chain {
    private static final VectorSpecies<Float> F = Specialised.species(MethodHandles.lookup());
    private static final int B = Specialised.constant(MethodHandles.lookup(), 1, Integer.class);
    private static final int C = Specialised.constant(MethodHandles.lookup(), 2, Integer.class);
    private static final boolean TWO_GROUPS = Specialised.constant(MethodHandles.lookup(), 3, Boolean.class);
    private static final int L = F.length();

    VectorChain() {}

    @Override
    public void multiply(Multiplication first, int factors, int row, int from, int to) {
        for (int g = from; g < to; g += TWO_GROUPS ? 2 : 1) {
            int y = Stages.BASE + 16 * (first.yAt + g * first.yGroup + row * first.yRow);
            int w = Stages.BASE + 16 * (first.wAt + g * first.wGroup);
            int out = Stages.BASE + 16 * (first.outAt + g * first.outGroup + row * C);
            for (int h = 0; h < 16; h += L) {
                rows(first, factors, y + h, w + h, out + h);
            }
        }
    }

    private static void rows(Multiplication first, int factors, int i, int j, int o) {
        float[] y = first.y;
        float[] w = first.w;
        float[] out = first.out;
        int unit = 16 * first.yUnit;
        int second = i + 16 * (TWO_GROUPS ? first.yGroup : first.yRow);
        FloatVector zero = FloatVector.zero(F);
        FloatVector y00 = FloatVector.fromArray(F, y, i);
        FloatVector y01 = C > 1 ? FloatVector.fromArray(F, y, i + unit) : zero;
        FloatVector y02 = C > 2 ? FloatVector.fromArray(F, y, i + 2 * unit) : zero;
        FloatVector y03 = C > 3 ? FloatVector.fromArray(F, y, i + 3 * unit) : zero;
        FloatVector y04 = C > 4 ? FloatVector.fromArray(F, y, i + 4 * unit) : zero;
        FloatVector y10 = B > 1 ? FloatVector.fromArray(F, y, second) : zero;
        FloatVector y11 = B > 1 && C > 1 ? FloatVector.fromArray(F, y, second + unit) : zero;
        FloatVector y12 = B > 1 && C > 2 ? FloatVector.fromArray(F, y, second + 2 * unit) : zero;
        FloatVector y13 = B > 1 && C > 3 ? FloatVector.fromArray(F, y, second + 3 * unit) : zero;
        FloatVector y14 = B > 1 && C > 4 ? FloatVector.fromArray(F, y, second + 4 * unit) : zero;
        int nextGroup = 16 * first.wGroup;
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
            {
                FloatVector v = FloatVector.fromArray(F, w, j);
                s00 = y00.fma(v, s00);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + nextGroup) : v;
                    s10 = y10.fma(v, s10);
                }
            }
            if (C > 1) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16);
                s01 = y00.fma(v, s01);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 + nextGroup) : v;
                    s11 = y10.fma(v, s11);
                }
            }
            if (C > 2) {
                FloatVector v = FloatVector.fromArray(F, w, j + 32);
                s02 = y00.fma(v, s02);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 32 + nextGroup) : v;
                    s12 = y10.fma(v, s12);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 48);
                s03 = y00.fma(v, s03);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 48 + nextGroup) : v;
                    s13 = y10.fma(v, s13);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 64);
                s04 = y00.fma(v, s04);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 64 + nextGroup) : v;
                    s14 = y10.fma(v, s14);
                }
            }
            if (C > 1) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * C);
                s00 = y01.fma(v, s00);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * C + nextGroup) : v;
                    s10 = y11.fma(v, s10);
                }
            }
            if (C > 1) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * C + 16);
                s01 = y01.fma(v, s01);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * C + 16 + nextGroup) : v;
                    s11 = y11.fma(v, s11);
                }
            }
            if (C > 2) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * C + 32);
                s02 = y01.fma(v, s02);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * C + 32 + nextGroup) : v;
                    s12 = y11.fma(v, s12);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * C + 48);
                s03 = y01.fma(v, s03);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * C + 48 + nextGroup) : v;
                    s13 = y11.fma(v, s13);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * C + 64);
                s04 = y01.fma(v, s04);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * C + 64 + nextGroup) : v;
                    s14 = y11.fma(v, s14);
                }
            }
            if (C > 2) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 2 * C);
                s00 = y02.fma(v, s00);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 2 * C + nextGroup) : v;
                    s10 = y12.fma(v, s10);
                }
            }
            if (C > 2) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 2 * C + 16);
                s01 = y02.fma(v, s01);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 2 * C + 16 + nextGroup) : v;
                    s11 = y12.fma(v, s11);
                }
            }
            if (C > 2) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 2 * C + 32);
                s02 = y02.fma(v, s02);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 2 * C + 32 + nextGroup) : v;
                    s12 = y12.fma(v, s12);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 2 * C + 48);
                s03 = y02.fma(v, s03);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 2 * C + 48 + nextGroup) : v;
                    s13 = y12.fma(v, s13);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 2 * C + 64);
                s04 = y02.fma(v, s04);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 2 * C + 64 + nextGroup) : v;
                    s14 = y12.fma(v, s14);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 3 * C);
                s00 = y03.fma(v, s00);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 3 * C + nextGroup) : v;
                    s10 = y13.fma(v, s10);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 3 * C + 16);
                s01 = y03.fma(v, s01);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 3 * C + 16 + nextGroup) : v;
                    s11 = y13.fma(v, s11);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 3 * C + 32);
                s02 = y03.fma(v, s02);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 3 * C + 32 + nextGroup) : v;
                    s12 = y13.fma(v, s12);
                }
            }
            if (C > 3) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 3 * C + 48);
                s03 = y03.fma(v, s03);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 3 * C + 48 + nextGroup) : v;
                    s13 = y13.fma(v, s13);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 3 * C + 64);
                s04 = y03.fma(v, s04);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 3 * C + 64 + nextGroup) : v;
                    s14 = y13.fma(v, s14);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 4 * C);
                s00 = y04.fma(v, s00);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 4 * C + nextGroup) : v;
                    s10 = y14.fma(v, s10);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 4 * C + 16);
                s01 = y04.fma(v, s01);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 4 * C + 16 + nextGroup) : v;
                    s11 = y14.fma(v, s11);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 4 * C + 32);
                s02 = y04.fma(v, s02);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 4 * C + 32 + nextGroup) : v;
                    s12 = y14.fma(v, s12);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 4 * C + 48);
                s03 = y04.fma(v, s03);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 4 * C + 48 + nextGroup) : v;
                    s13 = y14.fma(v, s13);
                }
            }
            if (C > 4) {
                FloatVector v = FloatVector.fromArray(F, w, j + 16 * 4 * C + 64);
                s04 = y04.fma(v, s04);
                if (B > 1) {
                    v = TWO_GROUPS ? FloatVector.fromArray(F, w, j + 16 * 4 * C + 64 + nextGroup) : v;
                    s14 = y14.fma(v, s14);
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
            j += 16 * C * C;
        }
        y00.intoArray(out, o);
        if (C > 1) {
            y01.intoArray(out, o + 16);
        }
        if (C > 2) {
            y02.intoArray(out, o + 32);
        }
        if (C > 3) {
            y03.intoArray(out, o + 48);
        }
        if (C > 4) {
            y04.intoArray(out, o + 64);
        }
        int below = o + 16 * (TWO_GROUPS ? first.outGroup : C);
        if (B > 1) {
            y10.intoArray(out, below);
        }
        if (B > 1 && C > 1) {
            y11.intoArray(out, below + 16);
        }
        if (B > 1 && C > 2) {
            y12.intoArray(out, below + 32);
        }
        if (B > 1 && C > 3) {
            y13.intoArray(out, below + 48);
        }
        if (B > 1 && C > 4) {
            y14.intoArray(out, below + 64);
        }
    }
}
