// The kernels, compiled once for each tier of instruction sets. They give the same bits as core.kernel.scalar and PriorStream in Java:
// in each lane the same operations in the same order. A product and a sum are fused where Java calls fma, and nowhere else.
#include "kernels.h"

#include <string.h>

#include "correlation.h"
#include "lanes.h"
#include "losses.h"
#include "prior.h"
#include "products.h"

#ifndef KERNEL_TIER
#error "KERNEL_TIER names the tier for which this file is compiled"
#endif

// ---- particles ----

// Turns noise from the prior into proposals, in place. Normal weights: keep * current + step * noise (preconditioned Crank-Nicolson).
// Uniform weights: current + step * noise, reflected at -1 and 1.
static void propose(int uniform, float *noise, const float *current, int vectors, float keep, float step) {
    const int64_t count = LOGICAL * (int64_t)vectors;
    for (int64_t i = 0; i < count; i += LANES) {
        floats old = load(current + i);
        floats fresh = load(noise + i);
        if (uniform) {
            floats x = mul_add(all(step), fresh, old);
            floats inside = chosen_of(x > all(1), 2.0f - x, chosen_of(x < all(-1), -2.0f - x, x));
            store(noise + i, inside);
        } else {
            store(noise + i, mul_add(all(step), fresh, old * keep));
        }
    }
}

// Copies each lane whose word in chosen is -1, and leaves each lane whose word is 0.
static void select_lanes(const int32_t *chosen, const float *from, float *to, int vectors) {
    const int64_t count = LOGICAL * (int64_t)vectors;
    for (int h = 0; h < LOGICAL; h += LANES) {
        ints mask = load_ints(chosen + h);
        for (int64_t i = h; i < count; i += LOGICAL) {
            store(to + i, chosen_of(mask, load(from + i), load(to + i)));
        }
    }
}

// ---- a chunk, as StagedKernel in Java evaluates it ----

static void draw(chunk_kernel *k, int vectors) { fill(&k->random, k->asked.uniform, k->weights, vectors + (vectors & 1)); }

static void copy(float *to, const float *from, int64_t vectors) {
    memcpy(to, from, (size_t)vectors * LOGICAL * sizeof(float));
}

static int activates(const question *q) { return q->activation != LINEAR || q->hidden_scale != 1; }

// Draws a large first layer tile by tile.
static void first_layer(chunk_kernel *k, int64_t vectors, float *to) {
    const int tile = k->asked.layout.tile;
    for (int64_t done = 0; done < vectors; done += tile) {
        int now = (int)(vectors - done < tile ? vectors - done : tile);
        draw(k, now);
        copy(to + LOGICAL * done, k->weights, now);
    }
}

// With one layer, the weights are the product.
static void one_layer(chunk_kernel *k, int groups) {
    const int entries = k->asked.rows * k->asked.cols;
    if (!k->asked.layout.whole) {
        first_layer(k, entries, k->products);
        return;
    }
    for (int g = 0; g < groups; g++) {
        copy(k->products + LOGICAL * (int64_t)g * entries, k->weights + LOGICAL * (int64_t)g * k->asked.layout.per_group, entries);
    }
}

// Hidden units are independent: tile by tile, their weights are drawn, activated and multiplied, and added to the product.
static void two_layers(chunk_kernel *k, int groups) {
    const question *q = &k->asked;
    const int per_unit = q->layout.first_stride;
    const int tile = q->layout.whole ? q->width : q->layout.tile_units;
    for (int done = 0; done < q->width; done += tile) {
        int now = q->width - done < tile ? q->width - done : tile;
        if (!q->layout.whole) {
            draw(k, now * per_unit);
        }
        for (int g = 0; activates(q) && g < groups; g++) {
            for (int u = 0; u < now; u++) {
                activate(q, k->weights + LOGICAL * ((int64_t)g * q->layout.per_group + u * per_unit), q->rows);
            }
        }
        multiplication job = {
            .groups = groups, .rows = q->rows, .cols = q->cols, .units = now,
            .y = k->weights, .y_group = q->layout.per_group, .y_row = 1, .y_unit = per_unit,
            .w = k->weights + LOGICAL * q->layout.second, .w_group = q->layout.per_group, .w_unit = q->layout.second_stride,
            .out = k->products, .out_group = q->rows * q->cols, .fresh = done == 0,
        };
        multiply(&job);
    }
}

static void deep(chunk_kernel *k, int groups) {
    const question *q = &k->asked;
    const int hidden = q->rows * q->width;
    // The first layer of a small network is used where it was drawn.
    float *y = q->layout.whole ? k->weights : k->features;
    int y_group = q->layout.whole ? q->layout.per_group : hidden;
    float *next = k->next_features;
    int64_t at = q->layout.second;
    if (!q->layout.whole) {
        first_layer(k, hidden, y);
    }
    for (int g = 0; activates(q) && g < groups; g++) {
        activate(q, y + LOGICAL * (int64_t)g * y_group, hidden);
    }
    for (int layer = 2; layer <= q->depth; layer++) {
        int last = layer == q->depth;
        int outputs = last ? q->cols : q->width;
        // The features of the first layer lie as its weights, the features of later layers row by row.
        int y_unit = layer == 2 ? q->layout.first_stride : 1;
        int tile = q->layout.whole ? q->width : q->layout.tile_units;
        for (int done = 0; done < q->width; done += tile) {
            int now = q->width - done < tile ? q->width - done : tile;
            if (!q->layout.whole) {
                draw(k, now * outputs);
            }
            multiplication job = {
                .groups = groups, .rows = q->rows, .cols = outputs, .units = now,
                .y = y + LOGICAL * (int64_t)done * y_unit, .y_group = y_group, .y_row = layer == 2 ? 1 : q->width, .y_unit = y_unit,
                .w = k->weights + (q->layout.whole ? LOGICAL * at : 0), .w_group = q->layout.per_group, .w_unit = outputs,
                .out = last ? k->products : next, .out_group = q->rows * outputs, .fresh = done == 0,
            };
            multiply(&job);
        }
        at += (int64_t)q->width * outputs;
        if (!last) {
            if (activates(q)) {
                activate(q, next, groups * hidden);
            }
            y = next;
            y_group = hidden;
            next = next == k->features ? k->next_features : k->features;
        }
    }
}

// A tile of units of a factor of normals, of which positions in memory are those of a group that is drawn at once.
static correlation drawn_units(chunk_kernel *k, int groups, int64_t at, int units) {
    const question *q = &k->asked;
    if (!q->layout.whole) {
        draw(k, units * q->rows);
    }
    float *w = k->weights + (q->layout.whole ? LOGICAL * at : 0);
    return (correlation){
        .groups = groups, .rows = q->rows, .units = units, .w = w, .w_group = q->layout.per_group, .w_unit = q->rows,
        .y = w, .y_group = q->layout.per_group, .y_unit = q->rows, .y_row = 1,
        .lower = k->lower, .sums = k->sums, .lost = k->lost,
    };
}

// Products through the Gram matrices of hidden features: every layer is drawn, correlated, activated and added to its Gram matrix
// in tiles, and then gives the Cholesky factor by which the normals of the next layer are correlated.
static void gram_layers(chunk_kernel *k, int groups) {
    const question *q = &k->asked;
    int64_t at = 0;
    for (int layer = 1; layer < q->depth; layer++) {
        const int tile = q->layout.whole ? q->width : q->layout.tile_units;
        correlation job = {0};
        for (int done = 0; done < q->width; done += tile) {
            job = drawn_units(k, groups, at, q->width - done < tile ? q->width - done : tile);
            if (layer > 1) {
                correlate(&job);
            }
            for (int g = 0; activates(q) && g < groups; g++) {
                activate(q, job.y + LOGICAL * (int64_t)g * job.y_group, job.units * q->rows);
            }
            job.fresh = done == 0;
            add_gram(&job);
        }
        factor(&job);
        k->sums = k->lower;
        k->lower = job.sums;
        at += (int64_t)q->width * q->rows;
    }
    const int tile = q->layout.whole ? q->cols : q->layout.tile_units;
    for (int done = 0; done < q->cols; done += tile) {
        correlation job = drawn_units(k, groups, at, q->cols - done < tile ? q->cols - done : tile);
        job.y = k->products + LOGICAL * (int64_t)done;
        job.y_group = q->rows * q->cols;
        job.y_unit = 1;
        job.y_row = q->cols;
        correlate(&job);
    }
}

// Whether the factors after the first are small squares, which all_layers() multiplies and judges in one pass.
static int chained(const question *q) {
    return q->layout.whole && !q->gram && q->depth > 1 && q->width == q->cols && q->cols <= BLOCK_COLS && !activates(q) && has_first(q);
}

static void all_layers(chunk_kernel *k, int first_group, int groups) {
    const question *q = &k->asked;
    multiplication first = {
        .groups = groups, .rows = q->rows, .cols = q->cols, .units = q->width,
        .y = k->weights, .y_group = q->layout.per_group, .y_row = 1, .y_unit = q->layout.first_stride,
        .w = k->weights + LOGICAL * q->layout.second, .w_group = q->layout.per_group, .w_unit = q->layout.second_stride,
        .out = k->products, .out_group = q->rows * q->cols, .fresh = 1,
    };
    judge_chain(q, &first, q->depth - 1, first_group, &k->reported);
}

// Evaluates groups from to to - 1 of a chunk. From 0 it starts the generator; otherwise it continues the generator's stream.
static void evaluate(chunk_kernel *k, int from, int to) {
    const question *q = &k->asked;
    k->reported.count = 0;
    if (from == 0) {
        start(&k->random, q->uniform);
    }
    for (int first = from; first < to; first += q->layout.batch) {
        int now = to - first < q->layout.batch ? to - first : q->layout.batch;
        if (q->layout.whole) {
            draw(k, now * q->layout.per_group);
        }
        if (chained(q)) {
            all_layers(k, first, now);
            continue;
        }
        if (q->gram) {
            gram_layers(k, now);
        } else if (q->depth == 1) {
            one_layer(k, now);
        } else if (q->depth == 2) {
            two_layers(k, now);
        } else {
            deep(k, now);
        }
        judge(q, k->products, first, now, &k->reported);
    }
}

#define JOINED(a, b) a##b
#define TABLE_OF(tier) JOINED(kernels_, tier)
#define TEXT(tier) #tier
#define NAME_OF(tier) TEXT(tier)

const kernel_table TABLE_OF(KERNEL_TIER) = {
    .tier = NAME_OF(KERNEL_TIER),
#define KERNEL(result, name, arguments) .name = name,
    KERNELS(KERNEL)
#undef KERNEL
};
