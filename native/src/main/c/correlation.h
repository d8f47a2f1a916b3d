// Reduced form of a hidden layer: Gram sums of features, their Cholesky factors, and normals that get their covariance. A part of
// kernels.c.
//
// Given the features H of a layer (rows x width), the columns of the next pre-activation H W are independent normals with
// covariance H H^T = L L^T, so H W has the law of L G with G rows x width. L is packed row by row: entry (r, s) at r (r + 1) / 2 + s.
#ifndef GUESSCHECK_CORRELATION_H
#define GUESSCHECK_CORRELATION_H

#include "kernels.h"
#include "lanes.h"

// The largest number of rows whose triangle stays in registers, 15 vectors at 5 rows, and the largest square block.
enum { TRIANGLE_ROWS = VECTOR_BYTES == 32 ? 3 : 5 };

// A pivot below this share of its diagonal entry is what rounding leaves of a zero: its row depends on the rows above.
#define LEAST_PIVOT 0x1p-20f

INLINE floats where(ints mask, floats a) { return as_floats(as_ints(a) & mask); }

INLINE int triangle(int row) { return row * (row + 1) / 2; }

// Adds the sums of one run of units to totals with Kahan's correction, so that the error does not grow with the number of runs.
INLINE void add_run(float *total, float *lost, floats run, int fresh) {
    if (fresh) {
        store(total, run);
        store(lost, all(0));
        return;
    }
    floats old = load(total);
    floats corrected = run - load(lost);
    floats sum = old + corrected;
    store(lost, sum - old - corrected);
    store(total, sum);
}

// Entries (top + i, left + j) of the Gram matrix, i < down and j < across, those of the lower triangle only where the block lies
// on the diagonal. All three are constants wherever this is inlined.
INLINE void gram_block(const correlation *job, const float *y, float *sums, float *lost, int top, int left, const int down,
                       const int across, const int diagonal) {
    const int64_t unit = LOGICAL * (int64_t)job->y_unit;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats sum[TRIANGLE_ROWS][TRIANGLE_ROWS] = {{{0}}};
        const float *a = y + h + LOGICAL * top;
        const float *b = y + h + LOGICAL * left;
        for (int u = 0; u < job->units; u++, a += unit, b += unit) {
            floats right[TRIANGLE_ROWS];
#pragma GCC unroll 5
            for (int j = 0; j < across; j++) {
                right[j] = load(b + LOGICAL * j);
            }
#pragma GCC unroll 5
            for (int i = 0; i < down; i++) {
                floats value = diagonal ? right[i] : load(a + LOGICAL * i);
#pragma GCC unroll 5
                for (int j = 0; j < across; j++) {
                    if (!diagonal || j <= i) {
                        sum[i][j] = mul_add(value, right[j], sum[i][j]);
                    }
                }
            }
        }
#pragma GCC unroll 5
        for (int i = 0; i < down; i++) {
#pragma GCC unroll 5
            for (int j = 0; j < across; j++) {
                if (diagonal && j > i) {
                    continue;
                }
                int64_t at = h + LOGICAL * (int64_t)(triangle(top + i) + left + j);
                add_run(sums + at, lost + at, sum[i][j], job->fresh);
            }
        }
    }
}

#define GRAM(down, across, diagonal)                                                  \
    case 16 * (down) + 2 * (across) + (diagonal):                                      \
        gram_block(job, y, sums, lost, top, left, (down), (across), (diagonal)); \
        break;
#define GRAMS(down) GRAM(down, 1, 0) GRAM(down, 2, 0) GRAM(down, 3, 0)

static void sized_gram(const correlation *job, const float *y, float *sums, float *lost, int top, int left, int down, int across) {
    switch (16 * down + 2 * across + (top == left)) {
        GRAMS(1)
        GRAMS(2)
        GRAMS(3)
        GRAM(1, 1, 1)
        GRAM(2, 2, 1)
        GRAM(3, 3, 1)
#if VECTOR_BYTES != 32
        GRAM(1, 4, 0) GRAM(1, 5, 0)
        GRAM(2, 4, 0) GRAM(2, 5, 0)
        GRAM(3, 4, 0) GRAM(3, 5, 0)
        GRAMS(4) GRAM(4, 4, 0) GRAM(4, 5, 0)
        GRAMS(5) GRAM(5, 4, 0) GRAM(5, 5, 0)
        GRAM(4, 4, 1)
        GRAM(5, 5, 1)
#endif
    }
}

// Adds y_r y_s over the units of one run: sums[r][s] += sum over u of y[u][r] y[u][s], r >= s.
static void add_gram(const correlation *job) {
    const int cuts = (job->rows + TRIANGLE_ROWS - 1) / TRIANGLE_ROWS;
    for (int g = 0; g < job->groups; g++) {
        const float *y = job->y + LOGICAL * (int64_t)g * job->y_group;
        float *sums = job->sums + LOGICAL * (int64_t)g * triangle(job->rows);
        float *lost = job->lost + LOGICAL * (int64_t)g * triangle(job->rows);
        for (int i = 0, top = 0; i < cuts; i++) {
            int down = (job->rows - top) / (cuts - i);
            for (int j = 0, left = 0; j <= i; j++) {
                int across = (job->rows - left) / (cuts - j);
                sized_gram(job, y, sums, lost, top, left, down, across);
                left += across;
            }
            top += down;
        }
    }
}

// Cholesky factors in the place of the sums, without pivoting. A row that depends on the rows above it, such as one of zeros,
// has a column of zeros.
static void factor(const correlation *job) {
    const int rows = job->rows;
    for (int g = 0; g < job->groups; g++) {
        for (int h = 0; h < LOGICAL; h += LANES) {
            float *l = job->sums + h + LOGICAL * (int64_t)g * triangle(rows);
            for (int j = 0; j < rows; j++) {
                const float *upper = l + LOGICAL * (int64_t)triangle(j);
                floats diagonal = load(upper + LOGICAL * j);
                floats pivot = diagonal;
                for (int s = 0; s < j; s++) {
                    floats entry = load(upper + LOGICAL * s);
                    pivot = neg_mul_add(entry, entry, pivot);
                }
                ints independent = pivot > diagonal * LEAST_PIVOT;
                floats rooted = root(pivot);
                floats inverse = where(independent, 1.0f / rooted);
                store(l + LOGICAL * (int64_t)(triangle(j) + j), where(independent, rooted));
                for (int i = j + 1; i < rows; i++) {
                    float *row = l + LOGICAL * (int64_t)triangle(i);
                    floats rest = load(row + LOGICAL * j);
                    for (int s = 0; s < j; s++) {
                        rest = neg_mul_add(load(row + LOGICAL * s), load(upper + LOGICAL * s), rest);
                    }
                    store(row + LOGICAL * j, rest * inverse);
                }
            }
        }
    }
}

// Rows top to top + down of the pre-activations of all units, in one hardware vector of lanes; down is a constant wherever this is
// inlined.
INLINE void correlate_rows(const correlation *job, const float *w, const float *lower, float *y, int top, const int down) {
    const int64_t w_unit = LOGICAL * (int64_t)job->w_unit;
    const int64_t y_unit = LOGICAL * (int64_t)job->y_unit;
    const int64_t y_row = LOGICAL * (int64_t)job->y_row;
    const float *row[TRIANGLE_ROWS];
#pragma GCC unroll 5
    for (int i = 0; i < down; i++) {
        row[i] = lower + LOGICAL * (int64_t)triangle(top + i);
    }
    y += top * y_row;
    for (int u = 0; u < job->units; u++, w += w_unit, y += y_unit) {
        floats sum[TRIANGLE_ROWS] = {{0}};
        for (int s = 0; s < top; s++) {
            floats normal = load(w + LOGICAL * s);
#pragma GCC unroll 5
            for (int i = 0; i < down; i++) {
                sum[i] = mul_add(load(row[i] + LOGICAL * s), normal, sum[i]);
            }
        }
#pragma GCC unroll 5
        for (int t = 0; t < down; t++) {
            floats normal = load(w + LOGICAL * (top + t));
#pragma GCC unroll 5
            for (int i = t; i < down; i++) {
                sum[i] = mul_add(load(row[i] + LOGICAL * (top + t)), normal, sum[i]);
            }
        }
#pragma GCC unroll 5
        for (int i = 0; i < down; i++) {
            store(y + i * y_row, sum[i]);
        }
    }
}

// The commonest case: all rows at once, their triangle in registers.
INLINE void correlate_all(const correlation *job, const float *w, const float *lower, float *y, const int rows) {
    const int64_t w_unit = LOGICAL * (int64_t)job->w_unit;
    const int64_t y_unit = LOGICAL * (int64_t)job->y_unit;
    const int64_t y_row = LOGICAL * (int64_t)job->y_row;
    floats l[TRIANGLE_ROWS][TRIANGLE_ROWS];
#pragma GCC unroll 5
    for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
        for (int s = 0; s <= r; s++) {
            l[r][s] = load(lower + LOGICAL * (triangle(r) + s));
        }
    }
    for (int u = 0; u < job->units; u++, w += w_unit, y += y_unit) {
        floats sum[TRIANGLE_ROWS] = {{0}};
#pragma GCC unroll 5
        for (int s = 0; s < rows; s++) {
            floats normal = load(w + LOGICAL * s);
#pragma GCC unroll 5
            for (int r = s; r < rows; r++) {
                sum[r] = mul_add(l[r][s], normal, sum[r]);
            }
        }
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
            store(y + r * y_row, sum[r]);
        }
    }
}

#define CORRELATE(down)                                   \
    case 2 * (down):                                      \
        correlate_rows(job, w, lower, y, top, (down));    \
        break;                                            \
    case 2 * (down) + 1:                                  \
        correlate_all(job, w, lower, y, (down));          \
        break;

// y[u][r] = sum over s <= r of lower[r][s] w[u][s]. The results may take the place of the normals: rows are written from the last
// one up, and need no normal beyond their own.
static void correlate(const correlation *job) {
    const int cuts = (job->rows + TRIANGLE_ROWS - 1) / TRIANGLE_ROWS;
    for (int g = 0; g < job->groups; g++) {
        for (int h = 0; h < LOGICAL; h += LANES) {
            const float *w = job->w + h + LOGICAL * (int64_t)g * job->w_group;
            const float *lower = job->lower + h + LOGICAL * (int64_t)g * triangle(job->rows);
            float *y = job->y + h + LOGICAL * (int64_t)g * job->y_group;
            for (int i = cuts, top = job->rows; i > 0; i--) {
                int down = top / i;
                top -= down;
                switch (2 * down + (down == job->rows)) {
                    CORRELATE(1)
                    CORRELATE(2)
                    CORRELATE(3)
#if VECTOR_BYTES != 32
                    CORRELATE(4)
                    CORRELATE(5)
#endif
                }
            }
        }
    }
}

#endif
