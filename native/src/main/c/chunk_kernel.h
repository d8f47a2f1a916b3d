// A chunk kernel in memory that the caller owns: how much it needs, and how it is laid out there.
#ifndef GUESSCHECK_CHUNK_KERNEL_H
#define GUESSCHECK_CHUNK_KERNEL_H

#include "kernels.h"

// The numbers that describe a question, in the order in which callers pass them. Those from PER_GROUP to AT_ONCE are its layout.
enum shape {
    ROWS, COLS, WIDTH, DEPTH,
    PER_GROUP, WHOLE, BATCH, TILE, TILE_UNITS, FIRST_STRIDE, SECOND, SECOND_STRIDE, AT_ONCE,
    UNIFORM, NORMALIZED, ACTIVATION, FULL_EVERY, FIRST_RESIDUALS, TRAIN_ROWS, TEST_ROWS, BUFFERS, SHAPE
};
enum scalar { SOFTENING, FINAL_SCALE, HIDDEN_SCALE, NEGATIVE_SLOPE, LARGEST_EPS, TRAIN_WEIGHT, TEST_WEIGHT, SCALARS };

// Bytes of a kernel; without BUFFERS it has no room for a chunk's weights and products and serves single steps alone.
int64_t chunk_kernel_bytes(const int32_t shape[SHAPE]);

// Makes a kernel in zeroed memory of that size that starts a cache line. The losses' numbers are left to be filled in.
chunk_kernel *chunk_kernel_in(void *memory, const int32_t shape[SHAPE], const float scalars[SCALARS]);

#endif
