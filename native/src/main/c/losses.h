// Activations between factors, and the losses of predicted matrices with early rejection. A part of kernels.c.
#ifndef GUESSCHECK_LOSSES_H
#define GUESSCHECK_LOSSES_H

#include "kernels.h"
#include "lanes.h"
#include "polynomials.h"
#include "products.h"
#include "tangent.h"

// ---- activations ----

// Above this factor before tanh (widths 1 and 2), so many vectors have a lane in the far piece that both pieces of each take less
// time than a look.
#define OFTEN_FAR_SCALE 0.6f

// tanh as TanhPolynomial describes it: x N(x^2) where x^2, which is q, is small; elsewhere the rational function.
INLINE floats near_tangent(floats x, floats q) {
    floats upper = mul_add(q, mul_add(q, mul_add(q, mul_add(q, all(NEAR8), all(NEAR7)), all(NEAR6)), all(NEAR5)), all(NEAR4));
    return x * mul_add(q, mul_add(q, mul_add(q, mul_add(q, upper, all(NEAR3)), all(NEAR2)), all(NEAR1)), all(NEAR0));
}

// One vector, each lane by its own piece.
INLINE void any_tangent(float *y, float scale) {
    floats x = load(y) * scale;
    floats q = x * x;
    store(y, chosen_of(q < all(TANH_NEAR), near_tangent(x, q), rational_tangent(x)));
}

static __attribute__((noinline)) void far_vector(float *y, float scale) { any_tangent(y, scale); }

static void tangents(float *y, const float *end, float scale) {
    if (scale > OFTEN_FAR_SCALE) {
        for (; y < end; y += LANES) {
            any_tangent(y, scale);
        }
        return;
    }
    for (; y < end; y += LANES) {
        floats x = load(y) * scale;
        floats q = x * x;
        if (all_below(q, all(TANH_NEAR))) {
            store(y, near_tangent(x, q));
        } else {
            far_vector(y, scale);
        }
    }
}

static void leaky(float *y, const float *end, float scale, float slope) {
    if (scale == 1) {
        for (; y < end; y += LANES) {
            store(y, times_if_negative(load(y), slope));
        }
        return;
    }
    for (; y < end; y += LANES) {
        store(y, times_if_negative(load(y) * scale, slope));
    }
}

static void activate(const question *q, float *y, int vectors) {
    const float scale = q->hidden_scale;
    float *end = y + LOGICAL * (int64_t)vectors;
    switch (q->activation) {
        case TANH:
            tangents(y, end, scale);
            break;
        case LEAKY_RELU:
            leaky(y, end, scale, q->negative_slope);
            break;
        default:
            for (; y < end; y += LANES) {
                store(y, load(y) * scale);
            }
    }
}

// ---- losses ----

// Residuals that are summed at a time: independent chains, enough to hide the latency of fma.
enum { AT_ONCE = MOST_DOTS };

// The factor on a product whose entries have the given sum of squares: s, or s / (s * norm + softening) if normalized.
INLINE floats scale_of(const question *q, floats squares, int normalized) {
    floats scale = all(q->final_scale);
    return normalized ? scale / mul_add(scale, root(squares), all(q->softening)) : scale;
}

// sum += (dots[i] * scale - target)^2 for the residuals row to row + rows - 1, in order.
INLINE floats add_squares(const linear_loss *loss, int row, const int rows, const floats *dots, floats scale, floats sum) {
#pragma GCC unroll 5
    for (int i = 0; i < rows; i++) {
        floats residual = mul_add(dots[i], scale, all(-loss->targets[row + i]));
        sum = mul_add(residual, residual, sum);
    }
    return sum;
}

// Sums the first residuals of two groups together, so that every coefficient is loaded once. Stores the factors and the sums of
// squares. Bit g of the result says whether a draw of group g is still below the threshold.
INLINE int first_residuals(const question *q, const float *one, const float *two, const int normalized, const int first,
                           float *scales, float *sums) {
    const int entries = q->rows * q->cols;
    const float *a = q->train.matrices;
    int fits = 0;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats dots[2][AT_ONCE] = {{{0}}};
        floats squares[2] = {{0}};
        for (int e = 0; e < entries; e++) {
            floats value[2] = {load(one + h + LOGICAL * e), load(two + h + LOGICAL * e)};
#pragma GCC unroll 5
            for (int i = 0; i < first; i++) {
                floats coefficient = all(a[i * entries + e]);
                dots[0][i] = mul_add(value[0], coefficient, dots[0][i]);
                dots[1][i] = mul_add(value[1], coefficient, dots[1][i]);
            }
            if (normalized) {
                squares[0] = mul_add(value[0], value[0], squares[0]);
                squares[1] = mul_add(value[1], value[1], squares[1]);
            }
        }
#pragma GCC unroll 2
        for (int g = 0; g < 2; g++) {
            floats scale = scale_of(q, squares[g], normalized);
            floats sum = add_squares(&q->train, 0, first, dots[g], scale, all(0));
            store(scales + LOGICAL * g + h, scale);
            store(sums + LOGICAL * g + h, sum);
            fits |= any_below(sum * q->train.weight, all(q->largest_eps)) << g;
        }
    }
    return fits;
}

// Adds the squares of the residuals row to row + rows - 1 to the sums. Returns whether a loss is still below eps.
INLINE int add_residuals(const linear_loss *loss, int entries, int row, const int rows, const float *product, const float *scales,
                         float *sums, float eps) {
    const float *a = loss->matrices + (int64_t)row * entries;
    int fits = 0;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats dots[AT_ONCE] = {{0}};
        for (int e = 0; e < entries; e++) {
            floats value = load(product + h + LOGICAL * e);
#pragma GCC unroll 5
            for (int i = 0; i < rows; i++) {
                dots[i] = mul_add(value, all(a[i * entries + e]), dots[i]);
            }
        }
        floats sum = add_squares(loss, row, rows, dots, load(scales + h), load(sums + h));
        store(sums + h, sum);
        fits |= any_below(sum * loss->weight, all(eps));
    }
    return fits;
}

// Adds all residuals from a row on. Stops as soon as no loss is below eps, unless all residuals are wanted. Returns whether a loss
// is below eps at the end.
static int add_all(const linear_loss *loss, int entries, int from, const float *product, const float *scales, float *sums, float eps,
                   int wanted) {
    int i = from;
    int fits = 1;
    for (; i + AT_ONCE <= loss->rows && (fits || wanted); i += AT_ONCE) {
        fits = add_residuals(loss, entries, i, AT_ONCE, product, scales, sums, eps);
    }
    for (; i < loss->rows && (fits || wanted); i++) {
        fits = add_residuals(loss, entries, i, 1, product, scales, sums, eps);
    }
    return fits;
}

static void losses(const question *q, const linear_loss *loss, const float *product, const float *scales, float *out) {
    float sums[LOGICAL] = {0};
    add_all(loss, q->rows * q->cols, 0, product, scales, sums, 0, 1);
    for (int l = 0; l < LOGICAL; l++) {
        out[l] = sums[l] * loss->weight;
    }
}

// The factors on the 16 products of a group.
static void scales_of(const question *q, const float *product, float *scales) {
    const int entries = q->rows * q->cols;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats squares = all(0);
        for (int e = 0; q->normalized && e < entries; e++) {
            floats value = load(product + h + LOGICAL * e);
            squares = mul_add(value, value, squares);
        }
        store(scales + h, scale_of(q, squares, q->normalized));
    }
}

// Reports a group, all of whose training residuals are summed, if full or if one of its draws is accepted.
static void report_group(const question *q, const float *product, const float *scales, const float *sums, int full, int group,
                         report *r) {
    float *train = r->train_loss + LOGICAL * r->count;
    int reported = full;
    for (int l = 0; l < LOGICAL; l++) {
        train[l] = sums[l] * q->train.weight;
        reported |= train[l] < q->largest_eps;
    }
    if (reported) {
        losses(q, &q->test, product, scales, r->generalization_loss + LOGICAL * r->count);
        r->group[r->count++] = group;
    }
}

// Whether a question has as many residuals as most groups are rejected by.
static int has_first(const question *q) { return q->train.rows >= q->first_residuals; }

// Completes a group after its first residuals: adds the others as long as a loss is below the threshold, and reports the group.
INLINE void finish(const question *q, const float *product, const float *scales, float *sums, int from, int fits, int group,
                   report *r) {
    int full = group % q->full_every == 0;
    if ((full || fits) &&
        (add_all(&q->train, q->rows * q->cols, from, product, scales, sums, q->largest_eps, full) || full)) {
        report_group(q, product, scales, sums, full, group, r);
    }
}

static void judge(const question *q, const float *products, int first_group, int groups, report *r) {
    const int64_t stride = LOGICAL * (int64_t)(q->rows * q->cols);
    const int first = q->first_residuals;
    for (int g = 0; g < groups; g += 2) {
        const float *product = products + g * stride;
        const int pair = g + 1 < groups ? 2 : 1;
        const int early = pair == 2 && has_first(q);
        float scales[2 * LOGICAL], sums[2 * LOGICAL] = {0};
        int fits = 3;
        if (early) {
            const float *next = product + stride;
            fits = first == 3      ? first_residuals(q, product, next, 1, 3, scales, sums)
                   : q->normalized ? first_residuals(q, product, next, 1, 5, scales, sums)
                                   : first_residuals(q, product, next, 0, 5, scales, sums);
        }
        for (int i = 0; i < pair; i++, product += stride) {
            if (!early) {
                scales_of(q, product, scales + LOGICAL * i);
            }
            finish(q, product, scales + LOGICAL * i, sums + LOGICAL * i, early ? first : 0, fits >> i & 1, first_group + g + i, r);
        }
    }
}

// Multiplies features by several small factors and judges the products. The first residuals are summed while the rows of a
// product are still in registers. Their number is a constant wherever this function is inlined.
INLINE void judge_chains(const question *q, const multiplication *job, int factors, int first_group, report *r, const int first,
                         const int normalized) {
    for (int g = 0; g < job->groups; g++) {
        float scales[LOGICAL], squares[LOGICAL];
        int fits = 0;
        for (int h = 0; h < LOGICAL; h += LANES) {
            first_sums sums = {.matrices = q->train.matrices, .entries = q->rows * q->cols};
            chain(job, factors, g, h, &sums, first, normalized);
            floats scale = scale_of(q, sums.squares, normalized);
            floats sum = add_squares(&q->train, 0, first, sums.dot, scale, all(0));
            store(scales + h, scale);
            store(squares + h, sum);
            fits |= any_below(sum * q->train.weight, all(q->largest_eps));
        }
        finish(q, job->out + LOGICAL * (int64_t)g * job->out_group, scales, squares, first, fits, first_group + g, r);
    }
}

static void judge_chain(const question *q, const multiplication *job, int factors, int first_group, report *r) {
    if (q->first_residuals == 3) {
        judge_chains(q, job, factors, first_group, r, 3, 1);
    } else if (q->normalized) {
        judge_chains(q, job, factors, first_group, r, 5, 1);
    } else {
        judge_chains(q, job, factors, first_group, r, 5, 0);
    }
}

static void measure(const question *q, const float *products, int groups, float *train, float *test) {
    const int64_t stride = LOGICAL * (int64_t)(q->rows * q->cols);
    for (int g = 0; g < groups; g++) {
        float scales[LOGICAL];
        scales_of(q, products + g * stride, scales);
        losses(q, &q->train, products + g * stride, scales, train + LOGICAL * g);
        if (test) {
            losses(q, &q->test, products + g * stride, scales, test + LOGICAL * g);
        }
    }
}

#endif
