// The kernels, compiled once per tier of instruction sets. They give the bits of ScalarStages and ScalarDraws in Java: the same
// operations in the same order in each lane, fused where Java says fma and nowhere else.
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

// a where the mask is set, else b.
INLINE floats chosen_of(ints mask, floats a, floats b) { return as_floats((as_ints(a) & mask) | (as_ints(b) & ~mask)); }

// Turns noise from the prior into proposals, in place: Crank-Nicolson's for normal weights, reflected steps for uniform ones.
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

// Copies the lanes whose word is -1 and leaves those whose word is 0.
static void select_lanes(const int32_t *chosen, const float *from, float *to, int vectors) {
    const int64_t count = LOGICAL * (int64_t)vectors;
    for (int h = 0; h < LOGICAL; h += LANES) {
        ints mask = load_ints(chosen + h);
        for (int64_t i = h; i < count; i += LOGICAL) {
            store(to + i, chosen_of(mask, load(from + i), load(to + i)));
        }
    }
}

// ---- a chunk; the order of its weights is that of StagedKernel in Java ----

static void draw(chunk_kernel *k, int vectors) { fill(&k->random, k->asked.uniform, k->weights, vectors + (vectors & 1)); }

static void copy(float *to, const float *from, int64_t vectors) {
    memcpy(to, from, (size_t)vectors * LOGICAL * sizeof(float));
}

static int activates(const question *q) { return q->activation != LINEAR || q->hidden_scale != 1; }

// Draws a first layer that is too large to be drawn with everything else, tile by tile.
static void first_layer(chunk_kernel *k, int64_t vectors, float *to) {
    for (int64_t done = 0; done < vectors; done += TILE_VECTORS) {
        int now = (int)(vectors - done < TILE_VECTORS ? vectors - done : TILE_VECTORS);
        draw(k, now);
        copy(to + LOGICAL * done, k->weights, now);
    }
}

// The only layer is the product.
static void one_layer(chunk_kernel *k, int groups) {
    const int entries = k->asked.rows * k->asked.cols;
    if (!k->asked.whole) {
        first_layer(k, entries, k->products);
        return;
    }
    for (int g = 0; g < groups; g++) {
        copy(k->products + LOGICAL * (int64_t)g * entries, k->weights + LOGICAL * (int64_t)g * k->asked.per_group, entries);
    }
}

// Hidden units are independent: each is drawn, activated and added to the product, tile by tile.
static void two_layers(chunk_kernel *k, int groups) {
    const question *q = &k->asked;
    const int per_unit = q->rows + q->cols;
    const int tile = q->whole ? q->width : k->tile_units;
    for (int done = 0; done < q->width; done += tile) {
        int now = q->width - done < tile ? q->width - done : tile;
        if (!q->whole) {
            draw(k, now * per_unit);
        }
        for (int g = 0; activates(q) && g < groups; g++) {
            for (int u = 0; u < now; u++) {
                activate(q, k->weights + LOGICAL * ((int64_t)g * q->per_group + u * per_unit), q->rows);
            }
        }
        multiplication job = {
            .groups = groups, .rows = q->rows, .cols = q->cols, .units = now,
            .y = k->weights, .y_group = q->per_group, .y_row = 1, .y_unit = per_unit,
            .w = k->weights + LOGICAL * q->rows, .w_group = q->per_group, .w_unit = per_unit,
            .out = k->products, .out_group = q->rows * q->cols, .fresh = done == 0,
        };
        multiply(&job);
    }
}

static void deep(chunk_kernel *k, int groups) {
    const question *q = &k->asked;
    const int hidden = q->rows * q->width;
    // Small networks' first layer stays where it was drawn.
    float *y = q->whole ? k->weights : k->features;
    int y_group = q->whole ? q->per_group : hidden;
    float *next = k->next_features;
    int64_t at = hidden;
    if (!q->whole) {
        first_layer(k, hidden, y);
    }
    for (int g = 0; activates(q) && g < groups; g++) {
        activate(q, y + LOGICAL * (int64_t)g * y_group, hidden);
    }
    for (int layer = 2; layer <= q->depth; layer++) {
        int last = layer == q->depth;
        int outputs = last ? q->cols : q->width;
        // The first layer's features lie column by column, those of later layers row by row.
        int y_unit = layer == 2 ? q->rows : 1;
        int tile = q->whole ? q->width : k->tile_units;
        for (int done = 0; done < q->width; done += tile) {
            int now = q->width - done < tile ? q->width - done : tile;
            if (!q->whole) {
                draw(k, now * outputs);
            }
            multiplication job = {
                .groups = groups, .rows = q->rows, .cols = outputs, .units = now,
                .y = y + LOGICAL * (int64_t)done * y_unit, .y_group = y_group, .y_row = layer == 2 ? 1 : q->width, .y_unit = y_unit,
                .w = k->weights + (q->whole ? LOGICAL * at : 0), .w_group = q->per_group, .w_unit = outputs,
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

// Whether small square factors are multiplied and judged in one go.
static int chained(const question *q) {
    return q->whole && q->depth > 1 && q->width == q->cols && q->cols <= BLOCK_COLS && !activates(q) && has_first(q);
}

static void all_layers(chunk_kernel *k, int first_group, int groups) {
    const question *q = &k->asked;
    const int unitwise = q->depth == 2;  // whether each unit's weights lie side by side
    multiplication first = {
        .groups = groups, .rows = q->rows, .cols = q->cols, .units = q->width,
        .y = k->weights, .y_group = q->per_group, .y_row = 1, .y_unit = unitwise ? q->rows + q->cols : q->rows,
        .w = k->weights + LOGICAL * (unitwise ? q->rows : q->rows * q->width), .w_group = q->per_group,
        .w_unit = unitwise ? q->rows + q->cols : q->cols, .out = k->products, .out_group = q->rows * q->cols, .fresh = 1,
    };
    judge_chain(q, &first, q->depth - 1, first_group, &k->reported);
}

// A piece of a chunk: the first one starts the generator, the others go on with it.
static void evaluate(chunk_kernel *k, int from, int to) {
    const question *q = &k->asked;
    k->reported.count = 0;
    if (from == 0) {
        start(&k->random, q->uniform);
    }
    for (int first = from; first < to; first += k->batch) {
        int now = to - first < k->batch ? to - first : k->batch;
        if (q->whole) {
            draw(k, now * q->per_group);
        }
        if (chained(q)) {
            all_layers(k, first, now);
            continue;
        }
        if (q->depth == 1) {
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
