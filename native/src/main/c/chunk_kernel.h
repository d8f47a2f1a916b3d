// A chunk kernel in memory that the caller owns: the size of that memory, and its layout.
#ifndef GUESSCHECK_CHUNK_KERNEL_H
#define GUESSCHECK_CHUNK_KERNEL_H

#include "kernels.h"

// The numbers that describe a question, in the order in which callers pass them. Those from PER_GROUP to AT_ONCE are its layout.
enum shape {
    ROWS, COLS, WIDTH, DEPTH, GRAM,
    PER_GROUP, WHOLE, BATCH, TILE, TILE_UNITS, FIRST_STRIDE, SECOND, SECOND_STRIDE, AT_ONCE,
    UNIFORM, NORMALIZED, ACTIVATION, FULL_EVERY, FIRST_RESIDUALS, TRAIN_ROWS, TEST_ROWS, BUFFERS, SHAPE
};
enum scalar { SOFTENING, FINAL_SCALE, HIDDEN_SCALE, NEGATIVE_SLOPE, LARGEST_EPS, TRAIN_WEIGHT, TEST_WEIGHT, SCALARS };

// Bytes of a kernel. A kernel without BUFFERS has no room for the weights and products of a chunk, and serves for single steps.
int64_t chunk_kernel_bytes(const int32_t shape[SHAPE]);

// Makes a kernel in zeroed memory of that size, aligned to a cache line. The caller then fills in matrices and targets of the losses.
chunk_kernel *chunk_kernel_in(void *memory, const int32_t shape[SHAPE], const float scalars[SCALARS]);

#endif
