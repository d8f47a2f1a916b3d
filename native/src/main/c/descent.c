// Gradient descent in lanes. Compiled once for each tier. Products and sums are rounded one by one, in the order of RowArithmetic in
// Java; every sum starts with its first term.
#include "descent.h"

#include <string.h>

#include "descent_products.h"
#include "lanes.h"
#include "tangent.h"

// ---- activations ----

// to = s(from)
static void activate(const descent *d, const float *from, float *to, int64_t vectors) {
    const float *end = from + LOGICAL * vectors;
    if (d->activation == TANH) {
        for (; from < end; from += LANES, to += LANES) {
            store(to, rational_tangent(load(from)));
        }
    } else if (d->activation == LEAKY_RELU) {
        for (; from < end; from += LANES, to += LANES) {
            floats x = load(from);
            store(to, greater(x, x * d->negative_slope));
        }
    }
}

// gradient *= s'(x), given the features s(x)
static void differentiate(const descent *d, float *gradient, const float *features, int64_t vectors) {
    const float *end = gradient + LOGICAL * vectors;
    if (d->activation == TANH) {
        for (; gradient < end; gradient += LANES, features += LANES) {
            floats s = load(features);
            store(gradient, load(gradient) * (1.0f - s * s));
        }
    } else if (d->activation == LEAKY_RELU) {
        const ints one = as_ints(all(1)), slope = as_ints(all(d->negative_slope));
        for (; gradient < end; gradient += LANES, features += LANES) {
            ints positive = load(features) > 0.0f;
            store(gradient, load(gradient) * as_floats((positive & one) | (~positive & slope)));
        }
    }
}

// ---- gradient ----

static int64_t hidden(const descent *d) { return (int64_t)d->rows * d->width; }

static int64_t entries(const descent *d) { return (int64_t)d->rows * d->cols; }

static int64_t row_length(const descent *d) { return d->depth == 1 ? d->cols : d->width; }

// The first stored row of a factor.
static int64_t first_row(const descent *d, int factor) {
    return factor == 0 ? 0 : d->rows + (factor - 1) * (int64_t)d->width;
}

static int64_t stored_rows(const descent *d) { return d->depth == 1 ? d->rows : first_row(d, d->depth - 1) + d->cols; }

static float *factor_in(const descent *d, float *weights, int factor) {
    return weights + LOGICAL * first_row(d, factor) * row_length(d);
}

// In a linear network the first features are the first weights.
static float *features_of(const descent *d, int factor) {
    return factor == 0 && d->activation == LINEAR ? d->weights : d->features + LOGICAL * factor * hidden(d);
}

static void predict(const descent *d) {
    const int last = d->depth - 1;
    const int64_t row = LOGICAL * (int64_t)d->width;
    if (last == 0) {
        memcpy(d->product, d->weights, (size_t)(LOGICAL * entries(d)) * sizeof(float));
        return;
    }
    activate(d, d->weights, features_of(d, 0), hidden(d));
    for (int f = 1; f < last; f++) {
        float *out = features_of(d, f);
        product p = {d->rows, d->width, d->width, features_of(d, f - 1), row, LOGICAL,
                     factor_in(d, d->weights, f), row, LOGICAL, out, row};
        multiply(&p);
        activate(d, out, out, hidden(d));
    }
    const float *input = features_of(d, last - 1);
    const float *weights = factor_in(d, d->weights, last);
    const int64_t out_row = LOGICAL * (int64_t)d->cols;
    if (d->width < 16) {
        product p = {d->rows, d->width, d->cols, input, row, LOGICAL, weights, LOGICAL, row, d->product, out_row};
        multiply(&p);
        return;
    }
    for (int i = 0; i < d->rows; i++) {
        dots(input + i * row, weights, d->width, d->product + i * out_row, d->cols, 0);
    }
}

static void measure(const descent *d) {
    const int length = d->rows * d->cols;
    if (d->shared) {
        dots(d->product, d->matrices, length, d->residuals, d->measurements, 1);
    } else {
        dots(d->product, d->matrices, length, d->residuals, d->measurements, 0);
    }
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats squares = all(0);
        for (int64_t i = h; i < LOGICAL * (int64_t)d->measurements; i += LOGICAL) {
            floats residual = load(d->residuals + i) - load(d->targets + i);
            squares = squares + residual * residual;
            store(d->residuals + i, residual * load(d->shares + i));
        }
        store(d->squared_residuals + h, squares);
    }
    float *out = d->depth == 1 ? d->gradient : d->product_gradient;
    if (d->shared) {
        combine(d->residuals, d->matrices, d->measurements, length, out, 1);
    } else {
        combine(d->residuals, d->matrices, d->measurements, length, out, 0);
    }
}

// The gradient in a factor, and in the product of the factor before it, from the gradient in the factor's own product.
static void backward(const descent *d, int factor, const float *after, float *before) {
    const float *input = features_of(d, factor - 1);
    const float *weights = factor_in(d, d->weights, factor);
    float *gradient = factor_in(d, d->gradient, factor);
    const int64_t row = LOGICAL * (int64_t)d->width;
    if (factor == d->depth - 1) {
        const int64_t after_row = LOGICAL * (int64_t)d->cols;
        product in_weights = {d->cols, d->rows, d->width, after, LOGICAL, after_row, input, row, LOGICAL, gradient, row};
        multiply(&in_weights);
        product in_features = {d->rows, d->cols, d->width, after, after_row, LOGICAL, weights, row, LOGICAL, before, row};
        multiply(&in_features);
    } else {
        product in_weights = {d->width, d->rows, d->width, input, LOGICAL, row, after, row, LOGICAL, gradient, row};
        multiply(&in_weights);
        product in_features = {d->rows, d->width, d->width, after, row, LOGICAL, weights, LOGICAL, row, before, row};
        multiply(&in_features);
    }
    differentiate(d, before, input, hidden(d));
}

// Columns of squares that are summed at a time.
enum { MOST_SQUARES = 4 };

INLINE void squares_of(const float *from, int64_t rows, int64_t row, float *out, const int cols) {
    floats sum[MOST_SQUARES];
#pragma GCC unroll 4
    for (int c = 0; c < cols; c++) {
        sum[c] = all(0);
    }
    for (int64_t r = 0; r < rows; r++, from += row) {
#pragma GCC unroll 4
        for (int c = 0; c < cols; c++) {
            floats value = load(from + LOGICAL * c);
            sum[c] = sum[c] + value * value;
        }
    }
#pragma GCC unroll 4
    for (int c = 0; c < cols; c++) {
        store(out + LOGICAL * c, sum[c]);
    }
}

// The sum of numbers in the order of an inner product.
static floats sum_of(const float *numbers, int64_t count) {
    const int64_t whole = count & -16;
    floats total = all(0), rest = all(0);
    if (whole > 0) {
        floats half[2];
        for (int i = 0; i < 2; i++) {
            floats sum[8];
#pragma GCC unroll 8
            for (int p = 0; p < 8; p++) {
                sum[p] = load(numbers + LOGICAL * (8 * i + p));
            }
            for (int64_t e = 16 + 8 * i; e < whole; e += 16) {
#pragma GCC unroll 8
                for (int p = 0; p < 8; p++) {
                    sum[p] = sum[p] + load(numbers + LOGICAL * (e + p));
                }
            }
            half[i] = tree(sum);
        }
        total = half[0] + half[1];
    }
    if (whole == count) {
        return total;
    }
    rest = load(numbers + LOGICAL * whole);
    for (int64_t e = whole + 1; e < count; e++) {
        rest = rest + load(numbers + LOGICAL * e);
    }
    return whole > 0 ? total + rest : rest;
}

static void add_squares(const descent *d) {
    const int64_t rows = stored_rows(d), length = row_length(d);
    for (int h = 0; h < LOGICAL; h += LANES) {
        int64_t c = 0;
        for (; c + MOST_SQUARES <= length; c += MOST_SQUARES) {
            squares_of(d->gradient + LOGICAL * c + h, rows, LOGICAL * length, d->columns + LOGICAL * c + h, MOST_SQUARES);
        }
        for (; c < length; c++) {
            squares_of(d->gradient + LOGICAL * c + h, rows, LOGICAL * length, d->columns + LOGICAL * c + h, 1);
        }
        store(d->squared_norms + h, sum_of(d->columns + h, length));
    }
}

static void gradient(const descent *d) {
    predict(d);
    measure(d);
    const float *after = d->product_gradient;
    for (int f = d->depth - 1; f > 0; f--) {
        float *before = f == 1 ? d->gradient : (d->depth - 1 - f) % 2 == 0 ? d->outer : d->inner;
        backward(d, f, after, before);
        after = before;
    }
    add_squares(d);
}

// ---- step ----

static void step(const descent *d) {
    const int64_t end = LOGICAL * stored_rows(d) * row_length(d);
    for (int h = 0; h < LOGICAL; h += LANES) {
        const floats length = load(d->length + h), second = load(d->second + h);
        switch (d->direction) {
            case GRADIENT:
                for (int64_t i = h; i < end; i += LOGICAL) {
                    store(d->weights + i, load(d->weights + i) - length * load(d->gradient + i));
                }
                break;
            case MOMENTUM:
                for (int64_t i = h; i < end; i += LOGICAL) {
                    floats mean = second * load(d->means + i) + load(d->gradient + i);
                    store(d->means + i, mean);
                    store(d->weights + i, load(d->weights + i) - length * mean);
                }
                break;
            default:
                for (int64_t i = h; i < end; i += LOGICAL) {
                    floats g = load(d->gradient + i);
                    floats mean = 0.9f * load(d->means + i) + 0.1f * g;
                    floats square = 0.999f * load(d->squares + i) + 0.001f * (g * g);
                    store(d->means + i, mean);
                    store(d->squares + i, square);
                    store(d->weights + i, load(d->weights + i) - length * mean / (root(square) * second + 1e-8f));
                }
        }
    }
}

#define JOINED(a, b) a##b
#define TABLE_OF(tier) JOINED(descent_, tier)

const descent_table TABLE_OF(KERNEL_TIER) = {
#define KERNEL(name, arguments) .name = name,
    DESCENT_KERNELS(KERNEL)
#undef KERNEL
};
