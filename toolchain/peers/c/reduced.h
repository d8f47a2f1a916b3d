/*
 * The reduced form of wide networks in C with AVX-512 intrinsics, beside draws.h: the features H of a layer are drawn, and the
 * next pre-activation is L G with L the Cholesky factor of H transpose(H) and G as many normals as H has entries. Five rows.
 */
#ifndef REDUCED_H
#define REDUCED_H

#include "draws.h"

enum { TRIANGLE = ROWS * (ROWS + 1) / 2, UNITS = 80 };
#define AT(r, s) ((r) * ((r) + 1) / 2 + (s))

typedef enum { IDENTITY, TANGENT, LEAKY } Activation;

/* tanh: where x^2 is small, a polynomial; elsewhere a rational function of x clamped. */
HOT V near_tangent(V x, V q) {
    V p = FMA(FMA(FMA(FMA(B(3.623888915171847e-05f), q, B(-0.00040549339610151947f)), q, B(0.0021462722215801477f)), q,
                  B(-0.007527299225330353f)), q, B(0.021092474460601807f));
    p = FMA(FMA(FMA(FMA(p, q, B(-0.053706809878349304f)), q, B(0.13328956067562103f)), q, B(-0.33333078026771545f)), q, B(1));
    return _mm512_mul_ps(x, p);
}

ALONE void any_tangent(float *y, V value) {
    V x = _mm512_max_ps(B(-9.01f), _mm512_min_ps(B(9.01f), value)), q = _mm512_mul_ps(x, x);
    V top = FMA(q, FMA(q, FMA(q, FMA(q, B(1.3338599558210262e-08f), B(2.0597701222868636e-05f)), B(0.0034949053078889847f)),
                       B(0.1338045299053192f)), B(1));
    V bottom = FMA(q, FMA(q, FMA(q, FMA(q, B(7.770047432131832e-07f), B(0.00032845119130797684f)), B(0.025874393060803413f)),
                          B(0.4671376943588257f)), B(1));
    V far = _mm512_div_ps(_mm512_mul_ps(x, top), bottom);
    _mm512_store_ps(y, _mm512_mask_mov_ps(far, _mm512_cmp_ps_mask(q, B(1.94f), _CMP_LT_OQ), near_tangent(x, q)));
}

HOT void tangent(float *y, V x) {
    V q = _mm512_mul_ps(x, x);
    if (__builtin_expect(_mm512_cmp_ps_mask(q, B(1.94f), _CMP_LT_OQ) == 0xffff, 1)) {
        _mm512_store_ps(y, near_tangent(x, q));
    } else {
        any_tangent(y, x);
    }
}

HOT void activate(float *y, int vectors, const Activation kind, float scale) {
    for (float *end = y + vectors * LANES; y < end; y += LANES) {
        V x = _mm512_mul_ps(_mm512_load_ps(y), B(scale));
        if (kind == TANGENT) {
            tangent(y, x);
        } else {
            _mm512_store_ps(y, _mm512_max_ps(x, _mm512_mul_ps(x, B(0.2f))));
        }
    }
}

/* y = L g, in place: out and in are the distances of one unit's rows and of two units. */
HOT void correlate(const V l[TRIANGLE], float *g, int units, float *out, int row, int unit) {
    for (int u = 0; u < units; u++, g += ROWS * LANES, out += unit * LANES) {
        V n[ROWS], y[ROWS];
        for (int r = 0; r < ROWS; r++) n[r] = _mm512_load_ps(g + r * LANES);
        for (int r = 0; r < ROWS; r++) {
            y[r] = _mm512_mul_ps(l[AT(r, 0)], n[0]);
            for (int s = 1; s <= r; s++) y[r] = FMA(l[AT(r, s)], n[s], y[r]);
        }
        for (int r = 0; r < ROWS; r++) _mm512_store_ps(out + r * row * LANES, y[r]);
    }
}

HOT void add_gram(V sums[TRIANGLE], const float *y, int units) {
    V run[TRIANGLE];
    for (int i = 0; i < TRIANGLE; i++) run[i] = _mm512_setzero_ps();
    for (int u = 0; u < units; u++, y += ROWS * LANES) {
        V f[ROWS];
        for (int r = 0; r < ROWS; r++) f[r] = _mm512_load_ps(y + r * LANES);
        for (int r = 0; r < ROWS; r++) for (int s = 0; s <= r; s++) run[AT(r, s)] = FMA(f[r], f[s], run[AT(r, s)]);
    }
    for (int i = 0; i < TRIANGLE; i++) sums[i] = _mm512_add_ps(sums[i], run[i]);
}

HOT void factor_in_place(V a[TRIANGLE]) {
    for (int j = 0; j < ROWS; j++) {
        V pivot = a[AT(j, j)];
        for (int s = 0; s < j; s++) pivot = _mm512_fnmadd_ps(a[AT(j, s)], a[AT(j, s)], pivot);
        __mmask16 real = _mm512_cmp_ps_mask(pivot, _mm512_mul_ps(a[AT(j, j)], B(0x1p-20f)), _CMP_GT_OQ);
        a[AT(j, j)] = _mm512_maskz_sqrt_ps(real, pivot);
        V inverse = _mm512_maskz_div_ps(real, B(1), a[AT(j, j)]);
        for (int i = j + 1; i < ROWS; i++) {
            V rest = a[AT(i, j)];
            for (int s = 0; s < j; s++) rest = _mm512_fnmadd_ps(a[AT(i, s)], a[AT(j, s)], rest);
            a[AT(i, j)] = _mm512_mul_ps(rest, inverse);
        }
    }
}

typedef struct {
    int width, depth;
    Activation activation;
    double eps;
} Wide;

/* How many of the groups' draws are accepted; products are normalized. */
HOT int reduced_groups(const Wide *w, Draws *draws, float *tile, int groups, const Activation kind) {
    float scale = (float) (1 / sqrt((double) w->width)), hidden = kind == TANGENT ? scale : 1;
    float factor = (float) (kind == TANGENT ? scale / sqrt(COLS) : pow(w->width, -0.5 * (w->depth - 1)) / sqrt(COLS));
    float limit = (float) (N * w->eps), p[ENTRIES * LANES] __attribute__((aligned(64)));
    int accepted = 0;
    for (int g = 0; g < groups; g++) {
        V l[TRIANGLE];
        for (int layer = 1; layer < w->depth; layer++) {
            V sums[TRIANGLE];
            for (int i = 0; i < TRIANGLE; i++) sums[i] = _mm512_setzero_ps();
            for (int done = 0; done < w->width; done += UNITS) {
                int now = w->width - done < UNITS ? w->width - done : UNITS;
                normals(draws, tile, (now * ROWS + 1) / 2);
                if (layer > 1) correlate(l, tile, now, tile, 1, ROWS);
                activate(tile, now * ROWS, kind, hidden);
                add_gram(sums, tile, now);
            }
            factor_in_place(sums);
            memcpy(l, sums, sizeof l);
        }
        normals(draws, tile, (ENTRIES + 1) / 2);
        correlate(l, tile, COLS, p, COLS, 1);
        Sums sums;
        clear(&sums);
        for (int e = 0; e < ENTRIES; e++) add_entry(&sums, _mm512_load_ps(p + e * LANES), e, 1, 3);
        accepted += judge(&sums, p, factor, 1, 3, limit);
    }
    return accepted;
}

ALONE int reduced_tangent(const Wide *w, Draws *draws, float *tile, int groups) {
    return reduced_groups(w, draws, tile, groups, TANGENT);
}

ALONE int reduced_leaky(const Wide *w, Draws *draws, float *tile, int groups) {
    return reduced_groups(w, draws, tile, groups, LEAKY);
}

static const Wide WIDE[] = {{160, 2, TANGENT, 0.0035}, {160, 5, TANGENT, 0.0035}, {640, 5, TANGENT, 0.0035},
                            {100, 10, TANGENT, 0.0035}, {160, 2, LEAKY, 0.0035}, {160, 5, LEAKY, 0.0035},
                            {640, 5, LEAKY, 0.0035}, {100, 10, LEAKY, 0.0035}};

static void prepare_wide(void) { problem(1, 1.0 / ENTRIES); }

static int reduced(const Wide *w, Draws *draws, float *tile, int groups) {
    return w->activation == TANGENT ? reduced_tangent(w, draws, tile, groups) : reduced_leaky(w, draws, tile, groups);
}

#endif
