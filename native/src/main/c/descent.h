// Gradient descent with a run in each of 16 lanes: number e of all runs is one logical vector of 16 floats.
#ifndef GUESSCHECK_DESCENT_H
#define GUESSCHECK_DESCENT_H

#include <stdint.h>

#include "kernels.h"

enum direction { GRADIENT, MOMENTUM, ADAM };

// The memory of 16 runs, as JniDescent in Java lays it out. Weights lie factor by factor and row by row; the last of two or more
// factors is transposed. Features and gradients in products lie row by row.
typedef struct {
    int32_t rows, cols, width, depth;
    int32_t activation, direction, measurements;
    int32_t shared;  // whether matrices has one float for all lanes in place of a vector
    float negative_slope;
    int32_t unused;
    float *weights, *gradient;
    float *means, *squares;      // buffers of the direction
    float *features;             // of every factor but the last, one after another
    float *product, *product_gradient;
    float *outer, *inner;        // gradients in the products of the other factors, in turns
    float *matrices;             // measurements x entries
    float *targets, *shares, *residuals;
    float *columns;              // scratch for a row of weights
    float *squared_residuals;    // results of gradient, a vector each
    float *squared_norms;
    float *length, *second;      // numbers of step, a vector each: momentum, or Adam's correction
} descent;

// Every kernel: name, arguments.
//
// gradient: the product, the sum of squared residuals, the gradient and its squared norm at the weights.
// step: the weights after a step along the gradient.
#define DESCENT_KERNELS(X)          \
    X(gradient, (const descent *d)) \
    X(step, (const descent *d))

typedef struct {
#define KERNEL(name, arguments) void(*name) arguments;
    DESCENT_KERNELS(KERNEL)
#undef KERNEL
} descent_table;

#define TIER(name) extern const descent_table descent_##name;
TIERS(TIER)
#undef TIER

// The kernels of a tier, with the index of kernels.h.
const descent_table *descent_tier(int index);

#endif
