/*
 * Guess & Check in C with AVX-512 intrinsics: the yardstick for the Java kernels, written independently of them.
 *
 * Six standard shapes (5 x 5, rank 1, 15 measurements): draws from a Gaussian prior, the product of a linear network, the
 * training loss, accept below eps. 16 draws lie in the 16 lanes of a vector.
 */
#ifndef DRAWS_H
#define DRAWS_H

#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#ifndef __AVX512DQ__
#error "this yardstick needs AVX-512 (F, DQ)"
#endif

typedef __m512 V;
typedef __m512i W;
#define HOT static inline __attribute__((always_inline))
#define ALONE static __attribute__((noinline))
#define B(x) _mm512_set1_ps(x)
#define I(x) _mm512_set1_epi32(x)
#define FMA _mm512_fmadd_ps

/* TILE: vectors of weights of a batch of small groups, WIDE_TILE: of a tile of a wide one. They are this program's own. */
enum { ROWS = 5, COLS = 5, ENTRIES = 25, N = 15, LANES = 16, TILE = 304, WIDE_TILE = 400 };

/* ---- random numbers ------------------------------------------------------------------------------------------------ */

static uint64_t splitmix(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* Two xoroshiro128++ streams (u: radius, w: angle), and the state of the pairs in the software pipeline. */
typedef struct {
    W ua, ub, wa, wb, bits;
    V radius, square, exponent, partial, mantissa;
} Draws;

HOT W next(W *a, W *b) {
    W sum = _mm512_add_epi64(_mm512_rol_epi64(_mm512_add_epi64(*a, *b), 17), *a);
    W y = _mm512_xor_si512(*a, *b);
    *a = _mm512_ternarylogic_epi64(_mm512_rol_epi64(*a, 49), y, _mm512_slli_epi64(y, 21), 0x96);
    *b = _mm512_rol_epi64(y, 28);
    return sum;
}

/* The low 23 bits as a number in [-1/2, 1/2). */
HOT V centred(W w) {
    return _mm512_sub_ps(_mm512_castsi512_ps(_mm512_ternarylogic_epi32(w, I(0x7fffff), I(0x3f800000), 0xEA)), B(1.5f));
}

/* Box and Muller: radius from the exponent bits and a polynomial, angle by half-angle sine and cosine. Four pairs are in registers,
   and a pass does one step for each, so that the chain of 70 cycles from word to number never stalls. */
ALONE void normals(Draws *draws, float *out, int pairs) {
    Draws s = *draws;
    for (int i = 0; i < pairs; i++, out += 2 * LANES) {
        W w = next(&s.wa, &s.wb);
        V t = centred(w), q = _mm512_mul_ps(t, t);
        V sine = FMA(FMA(FMA(q, B(-0.00648470316f), B(0.112674035f)), q, B(-0.913529277f)), q, B(2.22144151f));
        V cosine = FMA(FMA(FMA(q, B(-0.028793266f), B(0.358611703f)), q, B(-1.74470723f)), q, B(1.41421342f));
        sine = _mm512_mul_ps(sine, t);
        V r = _mm512_castsi512_ps(_mm512_ternarylogic_epi32(_mm512_castps_si512(s.radius), w, I(0x80000000), 0x78));
        V a = _mm512_mul_ps(r, sine);
        _mm512_store_ps(out, _mm512_mul_ps(a, cosine));
        _mm512_store_ps(out + LANES, _mm512_fnmadd_ps(a, sine, r));
        s.radius = _mm512_sqrt_ps(s.square);
        V p = FMA(FMA(FMA(FMA(s.partial, s.mantissa, B(-0.197470054f)), s.mantissa, B(0.444501191f)), s.mantissa,
                      B(0.0529581383f)), s.mantissa, B(-0.117783524f));
        s.square = FMA(s.exponent, B(-1.3862943611198906f / 8388608), p);
        s.exponent = _mm512_cvtepi32_ps(_mm512_sub_epi32(s.bits, I(0x4f000000)));
        s.mantissa = centred(s.bits);
        s.partial = FMA(FMA(FMA(s.mantissa, B(-0.0186959691f), B(0.0351853408f)), s.mantissa, B(-0.0527781174f)),
                        s.mantissa, B(0.0977362543f));
        W u = _mm512_ternarylogic_epi32(next(&s.ua, &s.ub), I(0x7fffffff), I(1), 0xEA);
        s.bits = _mm512_castps_si512(_mm512_cvtepi32_ps(u));
    }
    *draws = s;
}

static void seed(Draws *draws, uint64_t value) {
    uint64_t words[32];
    for (int i = 0; i < 32; i++) {
        words[i] = splitmix(&value);
    }
    memset(draws, 0, sizeof *draws);
    memcpy(draws, words, sizeof words);
    draws->square = draws->radius = B(1);
    draws->exponent = B(-1e6f);
    draws->bits = I(0x4e000000);
    float discarded[8 * LANES] __attribute__((aligned(64)));
    normals(draws, discarded, 4);
}

/* ---- the problem --------------------------------------------------------------------------------------------------- */

static float matrices[N][ENTRIES], minus_targets[N];

static double normal(uint64_t *state) {
    double u = ((splitmix(state) >> 11) + 0.5) * 0x1p-53, v = (splitmix(state) >> 11) * 0x1p-53;
    return sqrt(-2 * log(u)) * cos(2 * 3.14159265358979323846 * v);
}

/* Normalized Gaussian measurements of a rank-1 truth, rotated into the eigenvectors of v A A' + y y' (Jacobi's method), which
   leaves the sum of squared residuals as it is and puts the largest first. */
static void problem(uint64_t value, double variance) {
    double a[N][ENTRIES], truth[ENTRIES], left[ROWS], right[COLS], y[N], m[N][N], v[N][N], norm = 0;
    for (int r = 0; r < ROWS; r++) left[r] = normal(&value);
    for (int c = 0; c < COLS; c++) right[c] = normal(&value);
    for (int e = 0; e < ENTRIES; e++) {
        truth[e] = left[e / COLS] * right[e % COLS];
        norm += truth[e] * truth[e];
    }
    for (int i = 0; i < N; i++) {
        double own = 0;
        y[i] = 0;
        for (int e = 0; e < ENTRIES; e++) {
            a[i][e] = normal(&value);
            own += a[i][e] * a[i][e];
        }
        for (int e = 0; e < ENTRIES; e++) {
            a[i][e] /= sqrt(own);
            y[i] += a[i][e] * truth[e] / sqrt(norm);
        }
    }
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
            m[i][j] = y[i] * y[j];
            v[i][j] = i == j;
            for (int e = 0; e < ENTRIES; e++) m[i][j] += variance * a[i][e] * a[j][e];
        }
    }
    for (int sweep = 0; sweep < 60; sweep++) {
        for (int p = 0; p < N; p++) {
            for (int q = p + 1; q < N; q++) {
                if (fabs(m[p][q]) < 1e-15) continue;
                double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
                double t = copysign(1, theta) / (fabs(theta) + sqrt(theta * theta + 1));
                double c = 1 / sqrt(t * t + 1), s = t * c;
                for (int i = 0; i < N; i++) {
                    double mp = m[i][p], mq = m[i][q], vp = v[i][p], vq = v[i][q];
                    m[i][p] = c * mp - s * mq, m[i][q] = s * mp + c * mq;
                    v[i][p] = c * vp - s * vq, v[i][q] = s * vp + c * vq;
                }
                for (int i = 0; i < N; i++) {
                    double mp = m[p][i], mq = m[q][i];
                    m[p][i] = c * mp - s * mq, m[q][i] = s * mp + c * mq;
                }
            }
        }
    }
    int used[N] = {0};
    for (int i = 0; i < N; i++) {
        int best = -1;
        for (int j = 0; j < N; j++) {
            if (!used[j] && (best < 0 || m[j][j] > m[best][best])) best = j;
        }
        used[best] = 1;
        double target = 0;
        for (int j = 0; j < N; j++) target += v[j][best] * y[j];
        minus_targets[i] = (float) -target;
        for (int e = 0; e < ENTRIES; e++) {
            double sum = 0;
            for (int j = 0; j < N; j++) sum += v[j][best] * a[j][e];
            matrices[i][e] = (float) sum;
        }
    }
}

/* ---- products and judgement ---------------------------------------------------------------------------------------- */

typedef struct {
    int width, depth, normalized;
    double eps;
} Shape;

/* Adds units of features (5 rows) times weights (5 columns) to 25 sums in registers. */
HOT void multiply(V p[ENTRIES], const float *y, int y_unit, const float *w, int w_unit, int units) {
    for (int u = 0; u < units; u++, y += y_unit, w += w_unit) {
        V b[COLS];
        for (int c = 0; c < COLS; c++) b[c] = _mm512_load_ps(w + c * LANES);
        for (int r = 0; r < ROWS; r++) {
            V f = _mm512_load_ps(y + r * LANES);
            for (int c = 0; c < COLS; c++) p[r * COLS + c] = FMA(f, b[c], p[r * COLS + c]);
        }
    }
}

/* Sums for the first residuals of a product, added while its rows are in registers. */
typedef struct {
    V dot[N], squares[COLS];
} Sums;

HOT void add_entry(Sums *sums, V value, int entry, const int normalized, const int first) {
    for (int i = 0; i < first; i++) sums->dot[i] = FMA(value, B(matrices[i][entry]), sums->dot[i]);
    if (normalized) sums->squares[entry % COLS] = FMA(value, value, sums->squares[entry % COLS]);
}

HOT V add_squares(const V *dot, V scale, int row, const int rows, V sum) {
    for (int i = 0; i < rows; i++) {
        V r = FMA(dot[i], scale, B(minus_targets[row + i]));
        sum = FMA(r, r, sum);
    }
    return sum;
}

/* The residuals after the first ones, three at a time until no draw is left. */
ALONE int finish(const float *p, V scale, V sum, int from, float limit) {
    for (int i = from; i < N; i += 3) {
        V dot[3] = {_mm512_setzero_ps(), _mm512_setzero_ps(), _mm512_setzero_ps()};
        int rows = N - i < 3 ? N - i : 3;
        for (int e = 0; e < ENTRIES; e++) {
            V value = _mm512_load_ps(p + e * LANES);
            for (int k = 0; k < 3; k++) dot[k] = FMA(value, B(matrices[i + k < N ? i + k : i][e]), dot[k]);
        }
        for (int k = 0; k < rows; k++) sum = add_squares(dot + k, scale, i + k, 1, sum);
        if (!_mm512_cmp_ps_mask(sum, B(limit), _CMP_LT_OQ)) return 0;
    }
    return __builtin_popcount(_mm512_cmp_ps_mask(sum, B(limit), _CMP_LT_OQ));
}

/* The number of accepted draws of 16. After the first residuals, most groups have no draw left. */
HOT int judge(const Sums *sums, const float *p, float factor, const int normalized, const int first, float limit) {
    V scale = B(factor);
    if (normalized) {
        V squares = _mm512_add_ps(_mm512_add_ps(sums->squares[0], sums->squares[1]),
                                  _mm512_add_ps(_mm512_add_ps(sums->squares[2], sums->squares[3]), sums->squares[4]));
        scale = _mm512_div_ps(scale, FMA(_mm512_sqrt_ps(squares), scale, B(1e-6f)));
    }
    V sum = add_squares(sums->dot, scale, 0, first, _mm512_setzero_ps());
    if (__builtin_expect(!_mm512_cmp_ps_mask(sum, B(limit), _CMP_LT_OQ), 1)) return 0;
    return finish(p, scale, sum, first, limit);
}

HOT void clear(Sums *sums) {
    for (int i = 0; i < N; i++) sums->dot[i] = _mm512_setzero_ps();
    for (int c = 0; c < COLS; c++) sums->squares[c] = _mm512_setzero_ps();
}

/* Weights of a group whose first factor lies column by column, in units y_unit apart, and every other one row by row. */
typedef struct {
    const float *y, *w;
    int y_unit, w_unit, units, factors;
} Group;

/* Some rows go through all factors in registers, and into the sums of the first residuals. */
HOT void rows_through(const Group *g, int row, const int rows, const int normalized, const int first, float *p, Sums *sums) {
    V z[3][COLS];
    const float *w = g->w;
    for (int r = 0; r < rows; r++) for (int c = 0; c < COLS; c++) z[r][c] = _mm512_setzero_ps();
    for (int u = 0; u < g->units; u++) {
        for (int c = 0; c < COLS; c++) {
            V b = _mm512_load_ps(w + (u * g->w_unit + c) * LANES);
            for (int r = 0; r < rows; r++) z[r][c] = FMA(_mm512_load_ps(g->y + (u * g->y_unit + row + r) * LANES), b, z[r][c]);
        }
    }
    for (int factor = 1; factor < g->factors; factor++) {
        V y[3][COLS];
        w += COLS * COLS * LANES;
        for (int r = 0; r < rows; r++) for (int c = 0; c < COLS; c++) y[r][c] = z[r][c], z[r][c] = _mm512_setzero_ps();
        for (int u = 0; u < COLS; u++) {
            for (int c = 0; c < COLS; c++) {
                V b = _mm512_load_ps(w + (u * COLS + c) * LANES);
                for (int r = 0; r < rows; r++) z[r][c] = FMA(y[r][u], b, z[r][c]);
            }
        }
    }
    for (int r = 0; r < rows; r++) {
        for (int c = 0; c < COLS; c++) {
            int entry = (row + r) * COLS + c;
            _mm512_store_ps(p + entry * LANES, z[r][c]);
            add_entry(sums, z[r][c], entry, normalized, first);
        }
    }
}

HOT int through(const Group *g, float factor, const int normalized, const int first, float limit) {
    float p[ENTRIES * LANES] __attribute__((aligned(64)));
    Sums sums;
    clear(&sums);
    rows_through(g, 0, 3, normalized, first, p, &sums);
    rows_through(g, 3, 2, normalized, first, p, &sums);
    return judge(&sums, p, factor, normalized, first, limit);
}

/* Width 5. */
HOT int small(const Shape *s, Draws *draws, float *tile, int groups, int first) {
    int k = s->width, accepted = 0, two = s->depth == 2;
    int per_group = two ? k * (ROWS + COLS) : k * (ROWS + COLS) + k * k * (s->depth - 2);
    per_group += per_group & 1;
    float factor = (float) (pow(k, -0.5 * (s->depth - 1)) / sqrt(COLS)), limit = (float) (N * s->eps);
    int batch = TILE / per_group < 1 ? 1 : TILE / per_group;
    for (int done = 0; done < groups; done += batch) {
        normals(draws, tile, per_group * batch / 2);
        for (int b = 0; b < batch; b++) {
            const float *w = tile + b * per_group * LANES;
            Group g = {w, w + (two ? ROWS : ROWS * k) * LANES, two ? ROWS + COLS : ROWS, two ? ROWS + COLS : COLS, k, s->depth - 1};
            accepted += s->normalized ? through(&g, factor, 1, first, limit) : through(&g, factor, 0, first, limit);
        }
    }
    return accepted;
}

/* Depth 2, wide: tiles of hidden units. */
HOT int wide(const Shape *s, Draws *draws, float *tile, int groups, int first) {
    int unit = (ROWS + COLS) * LANES, step = WIDE_TILE / (ROWS + COLS), accepted = 0;
    float factor = (float) (1 / sqrt((double) s->width * COLS)), limit = (float) (N * s->eps);
    float stored[ENTRIES * LANES] __attribute__((aligned(64)));
    for (int g = 0; g < groups; g++) {
        V p[ENTRIES];
        for (int e = 0; e < ENTRIES; e++) p[e] = _mm512_setzero_ps();
        for (int done = 0; done < s->width; done += step) {
            int now = s->width - done < step ? s->width - done : step;
            normals(draws, tile, now * (ROWS + COLS) / 2);
            multiply(p, tile, unit, tile + ROWS * LANES, unit, now);
        }
        Sums sums;
        clear(&sums);
        for (int e = 0; e < ENTRIES; e++) {
            _mm512_store_ps(stored + e * LANES, p[e]);
            add_entry(&sums, p[e], e, 0, first);
        }
        accepted += judge(&sums, stored, factor, 0, first, limit);
    }
    return accepted;
}

/* As many first residuals as measure best; constants to the compiler. */
#define WITH_FIRST(first)                                                                                                 \
    ALONE int groups_##first(const Shape *s, Draws *draws, float *tile, int groups) {                                     \
        return s->depth == 2 && s->width > TILE / (ROWS + COLS) ? wide(s, draws, tile, groups, first)                     \
                                                                : small(s, draws, tile, groups, first);                   \
    }
WITH_FIRST(3)
WITH_FIRST(4)
WITH_FIRST(5)
WITH_FIRST(6)
WITH_FIRST(8)
typedef int (*Loop)(const Shape *, Draws *, float *, int);
static const Loop LOOPS[] = {groups_3, groups_4, groups_5, groups_6, groups_8};
static const int FIRSTS[] = {3, 4, 5, 6, 8};

/* ---- the standard shapes -------------------------------------------------------------------------------------------- */

static const Shape SHAPES[] = {{5, 2, 0, 0.02}, {40, 2, 0, 0.02}, {160, 2, 0, 0.02},
                               {5, 2, 1, 0.0035}, {5, 5, 1, 0.0035}, {5, 10, 1, 0.0035}};

/* The problem of a shape, for all threads. */
static void prepare(const Shape *s) { problem(1, s->normalized ? 1.0 / ENTRIES : 1.0 / COLS); }

#endif
