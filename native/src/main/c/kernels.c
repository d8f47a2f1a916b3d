// The kernels, compiled once per tier of instruction sets. They give the bits of ScalarStages and ScalarDraws in Java: the same
// operations in the same order in each lane, fused where Java says fma and nowhere else.
#include "kernels.h"

#include <string.h>

#include "lanes.h"
#include "polynomials.h"

#ifndef KERNEL_TIER
#error "KERNEL_TIER names the tier for which this file is compiled"
#endif

// ---- random words and the prior ----

// One step of xoroshiro128++ in every lane; the word is rotl(a + b, 17) + a.
#define STEP(word, a, b)                      \
    do {                                      \
        (word) = ROTATED((a) + (b), 17) + (a); \
        words mixed = (a) ^ (b);              \
        (a) = ROTATED((a), 49) ^ mixed ^ mixed << 21; \
        (b) = ROTATED(mixed, 28);             \
    } while (0)

// Box and Muller's transform as NormalPolynomial describes it. Each pass finishes one pair of vectors and does one step of each
// of the four pairs behind it, so that the chain from word to radius never stalls.
static void normals(generator *g, float *out, int vectors) {
    for (int h = 0; h < LOGICAL; h += LANES) {
        words ua = load_words(g->state + h / 2);
        words ub = load_words(g->state + 8 + h / 2);
        words wa = load_words(g->state + 16 + h / 2);
        words wb = load_words(g->state + 24 + h / 2);
        floats r = load(g->radius + h);
        floats e = load(g->square + h);
        floats p = load(g->partial + h);
        floats x = load(g->mantissa + h);
        floats d = load(g->exponent + h);
        ints b = load_ints(g->bits + h);
        float *to = out + h;
        for (int v = 0; v < vectors; v += 2, to += 2 * LOGICAL) {
            // The angle of the pair that leaves, and its two numbers.
            words angle;
            STEP(angle, wa, wb);
            ints w = (ints)angle;
            floats t = as_floats((w & 0x7fffff) | 0x3f800000) - 1.5f;
            floats q = t * t;
            floats s = mul_add(q, mul_add(q, mul_add(q, all(SINE3), all(SINE2)), all(SINE1)), all(SINE0)) * t;
            floats c = mul_add(q, mul_add(q, mul_add(q, all(-COSINE3), all(-COSINE2)), all(-COSINE1)), all(-COSINE0));
            floats plus = as_floats(as_ints(r) ^ (w & INT32_MIN));
            floats a = plus * s;
            store(to, a * c);
            store(to + LOGICAL, neg_mul_add(a, s, plus));
            // One step each of the pairs behind: radius, its square, the polynomial's upper half, a new word.
            r = root(e);
            e = mul_add(p, x, all(RADIUS3));
            e = mul_add(e, x, all(RADIUS2));
            e = mul_add(e, x, all(RADIUS1));
            e = mul_add(e, x, all(RADIUS0));
            e = mul_add(d, all(KE), e);
            d = to_floats(b - 0x4f000000);
            x = as_floats((b & 0x7fffff) | 0x3f800000) - 1.5f;
            p = mul_add(x, mul_add(x, mul_add(x, all(RADIUS7), all(RADIUS6)), all(RADIUS5)), all(RADIUS4));
            words radius;
            STEP(radius, ua, ub);
            b = as_ints(to_floats(((ints)radius & 0x7fffffff) | 1));
        }
        store_words(g->state + h / 2, ua);
        store_words(g->state + 8 + h / 2, ub);
        store_words(g->state + 16 + h / 2, wa);
        store_words(g->state + 24 + h / 2, wb);
        store(g->radius + h, r);
        store(g->square + h, e);
        store(g->partial + h, p);
        store(g->mantissa + h, x);
        store(g->exponent + h, d);
        store_ints(g->bits + h, b);
    }
}

// Odd multiples of 2^-24 in (-1, 1).
static void uniforms(generator *g, float *out, int vectors) {
    for (int h = 0; h < LOGICAL; h += LANES) {
        words ua = load_words(g->state + h / 2);
        words ub = load_words(g->state + 8 + h / 2);
        words wa = load_words(g->state + 16 + h / 2);
        words wb = load_words(g->state + 24 + h / 2);
        float *to = out + h;
        for (int v = 0; v < vectors; v += 2, to += 2 * LOGICAL) {
            words u, w;
            STEP(u, ua, ub);
            STEP(w, wa, wb);
            store(to, to_floats(((ints)u >> 7) | 1) * 0x1p-24f);
            store(to + LOGICAL, to_floats(((ints)w >> 7) | 1) * 0x1p-24f);
        }
        store_words(g->state + h / 2, ua);
        store_words(g->state + 8 + h / 2, ub);
        store_words(g->state + 16 + h / 2, wa);
        store_words(g->state + 24 + h / 2, wb);
    }
}

static void fill(generator *g, int uniform, float *out, int vectors) {
    if (uniform) {
        uniforms(g, out, vectors);
    } else {
        normals(g, out, vectors);
    }
}

// Fills the pipeline of a generator whose state has been set: the pairs that come out of it meanwhile are discarded.
static void start(generator *g, int uniform) {
    if (uniform) {
        return;
    }
    for (int l = 0; l < LOGICAL; l++) {
        g->radius[l] = 0;
        g->square[l] = 1;
        g->partial[l] = 0;
        g->mantissa[l] = 0;
        g->exponent[l] = -1e6f;
        g->bits[l] = 0x4e000000;
    }
    float discarded[2 * PIPELINE * LOGICAL];
    normals(g, discarded, 2 * PIPELINE);
}

// ---- products ----

// The largest block of sums that stays in registers.
enum { BLOCK_COLS = 5, BLOCK_ROWS = VECTOR_BYTES == 32 ? 2 : 5 };

// One block of rows x cols sums; both are constants wherever this is inlined.
INLINE void block(const multiplication *job, const float *y, const float *w, float *out, const int rows, const int cols) {
    const int64_t y_row = LOGICAL * (int64_t)job->y_row;
    const int64_t y_unit = LOGICAL * (int64_t)job->y_unit;
    const int64_t w_unit = LOGICAL * (int64_t)job->w_unit;
    const int64_t out_row = LOGICAL * (int64_t)job->cols;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats sum[BLOCK_ROWS][BLOCK_COLS];
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                sum[r][c] = job->fresh ? all(0) : load(out + h + r * out_row + LOGICAL * c);
            }
        }
        const float *yu = y + h;
        const float *wu = w + h;
        for (int u = 0; u < job->units; u++, yu += y_unit, wu += w_unit) {
            floats weight[BLOCK_COLS];
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                weight[c] = load(wu + LOGICAL * c);
            }
#pragma GCC unroll 5
            for (int r = 0; r < rows; r++) {
                floats feature = load(yu + r * y_row);
#pragma GCC unroll 5
                for (int c = 0; c < cols; c++) {
                    sum[r][c] = mul_add(feature, weight[c], sum[r][c]);
                }
            }
        }
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                store(out + h + r * out_row + LOGICAL * c, sum[r][c]);
            }
        }
    }
}

#define BLOCK(rows, cols)                       \
    case 8 * (rows) + (cols):                   \
        block(job, y, w, out, (rows), (cols)); \
        break;
#define BLOCKS_OF(rows) BLOCK(rows, 1) BLOCK(rows, 2) BLOCK(rows, 3) BLOCK(rows, 4) BLOCK(rows, 5)

static void sized_block(const multiplication *job, const float *y, const float *w, float *out, int rows, int cols) {
    switch (8 * rows + cols) {
        BLOCKS_OF(1)
        BLOCKS_OF(2)
#if VECTOR_BYTES != 32
        BLOCKS_OF(3)
        BLOCKS_OF(4)
        BLOCKS_OF(5)
#endif
    }
}

// Rows and columns are cut into blocks of nearly equal size: six columns are three and three, not five and one.
static void multiply(const multiplication *job) {
    int down = (job->rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
    int across = (job->cols + BLOCK_COLS - 1) / BLOCK_COLS;
    for (int g = 0; g < job->groups; g++) {
        const float *y = job->y + LOGICAL * (int64_t)g * job->y_group;
        const float *w = job->w + LOGICAL * (int64_t)g * job->w_group;
        float *out = job->out + LOGICAL * (int64_t)g * job->out_group;
        for (int i = 0, r = 0; i < down; i++) {
            int rows = (job->rows - r) / (down - i);
            for (int j = 0, c = 0; j < across; j++) {
                int cols = (job->cols - c) / (across - j);
                sized_block(job, y + LOGICAL * (int64_t)r * job->y_row, w + LOGICAL * c,
                            out + LOGICAL * ((int64_t)r * job->cols + c), rows, cols);
                c += cols;
            }
            r += rows;
        }
    }
}

// Rows that go through several factors at once, each with its features and its sums in registers.
enum { CHAIN_ROWS = VECTOR_BYTES == 32 ? 1 : 3 };

// Some rows times several square factors that lie one behind the other. Rows and columns are constants wherever this is inlined.
INLINE void chain_rows(const multiplication *first, int factors, const float *y, const float *w, float *out, const int rows,
                       const int cols) {
    const int64_t y_row = LOGICAL * (int64_t)first->y_row;
    const int64_t y_unit = LOGICAL * (int64_t)first->y_unit;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats feature[CHAIN_ROWS][BLOCK_COLS];
#pragma GCC unroll 3
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int u = 0; u < cols; u++) {
                feature[r][u] = load(y + h + r * y_row + u * y_unit);
            }
        }
        const float *wu = w + h;
        for (int f = 0; f < factors; f++) {
            floats sum[CHAIN_ROWS][BLOCK_COLS] = {{{0}}};
#pragma GCC unroll 5
            for (int u = 0; u < cols; u++) {
#pragma GCC unroll 5
                for (int c = 0; c < cols; c++) {
                    floats weight = load(wu);
                    wu += LOGICAL;
#pragma GCC unroll 3
                    for (int r = 0; r < rows; r++) {
                        sum[r][c] = mul_add(feature[r][u], weight, sum[r][c]);
                    }
                }
            }
#pragma GCC unroll 3
            for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
                for (int c = 0; c < cols; c++) {
                    feature[r][c] = sum[r][c];
                }
            }
        }
#pragma GCC unroll 3
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                store(out + h + LOGICAL * (r * cols + c), feature[r][c]);
            }
        }
    }
}

#define CHAIN(rows, cols)                                            \
    case 8 * (rows) + (cols):                                        \
        chain_rows(first, factors, y, w, out, (rows), (cols)); \
        break;
#define CHAINS_OF(rows) CHAIN(rows, 1) CHAIN(rows, 2) CHAIN(rows, 3) CHAIN(rows, 4) CHAIN(rows, 5)

static void sized_chain(const multiplication *first, int factors, const float *y, const float *w, float *out, int rows, int cols) {
    switch (8 * rows + cols) {
        CHAINS_OF(1)
#if VECTOR_BYTES != 32
        CHAINS_OF(2)
        CHAINS_OF(3)
#endif
    }
}

// Multiplies features by several small factors; the sums of multiply() in its order.
static void multiply_chain(const multiplication *first, int factors) {
    int down = (first->rows + CHAIN_ROWS - 1) / CHAIN_ROWS;
    for (int g = 0; g < first->groups; g++) {
        const float *y = first->y + LOGICAL * (int64_t)g * first->y_group;
        const float *w = first->w + LOGICAL * (int64_t)g * first->w_group;
        float *out = first->out + LOGICAL * (int64_t)g * first->out_group;
        for (int i = 0, r = 0; i < down; i++) {
            int rows = (first->rows - r) / (down - i);
            sized_chain(first, factors, y + LOGICAL * (int64_t)r * first->y_row, w, out + LOGICAL * r * first->cols, rows,
                        first->cols);
            r += rows;
        }
    }
}

// ---- activations ----

INLINE floats tangent(floats value) {
    floats x = greater(all(-TANH_CLAMP), lesser(all(TANH_CLAMP), value));
    floats q = x * x;
    floats top = mul_add(q, mul_add(q, mul_add(q, mul_add(q, all(TOP4), all(TOP3)), all(TOP2)), all(TOP1)), all(TOP0));
    floats bottom = mul_add(q, all(BOTTOM4), all(BOTTOM3));
    bottom = mul_add(q, mul_add(q, mul_add(q, bottom, all(BOTTOM2)), all(BOTTOM1)), all(BOTTOM0));
    return x * top / bottom;
}

// x, or its multiple where the sign bit is set, chosen with integer operations.
INLINE floats leaky(floats x, float slope) {
    ints negative = as_ints(x) >> 31;
    ints one = as_ints(all(1));
    return x * as_floats((negative & (as_ints(all(slope)) ^ one)) ^ one);
}

static void activate(const question *q, float *y, int vectors) {
    const float scale = q->hidden_scale;
    float *end = y + LOGICAL * (int64_t)vectors;
    switch (q->activation) {
        case TANH:
            for (; y < end; y += LANES) {
                store(y, tangent(load(y) * scale));
            }
            break;
        case LEAKY_RELU:
            for (; y < end; y += LANES) {
                store(y, leaky(load(y) * scale, q->negative_slope));
            }
            break;
        default:
            for (; y < end; y += LANES) {
                store(y, load(y) * scale);
            }
    }
}

// ---- losses ----

// Residuals that are summed at a time: enough chains to hide the latency of fma.
enum { AT_ONCE = 5 };

// The factor on a product whose entries have this sum of squares.
INLINE floats scale_of(const question *q, floats squares, int normalized) {
    floats scale = all(q->final_scale);
    return normalized ? scale / mul_add(scale, root(squares), all(q->softening)) : scale;
}

// Adds the squares of rows residuals to a sum, in order.
INLINE floats add_squares(const linear_loss *loss, int row, const int rows, const floats *dots, floats scale, floats sum) {
#pragma GCC unroll 5
    for (int i = 0; i < rows; i++) {
        floats residual = mul_add(dots[i], scale, all(-loss->targets[row + i]));
        sum = mul_add(residual, residual, sum);
    }
    return sum;
}

// The first residuals of two groups, of which every coefficient is loaded once: their factors, their sums, and one bit for each
// group that says whether a draw of it is still below the threshold.
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

// Adds further squared residuals to the sums; whether one of the losses is still below eps.
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

// Adds all residuals from a row on, until no loss is below eps unless all are wanted; whether one of them is at the end.
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

// The factors on a product, one for each lane.
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

// Reports a group whose training residuals have all been summed, if a draw of it is accepted or the group is wanted whole.
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

// How many residuals most groups are rejected by, as Question says in Java.
static int first_of(const question *q) {
    return q->normalized && q->largest_eps * (float)q->train.rows < 0.1f ? 3 : 5;
}

static void judge(const question *q, const float *products, int first_group, int groups, report *r) {
    const int entries = q->rows * q->cols;
    const int64_t stride = LOGICAL * (int64_t)entries;
    const int first = first_of(q);
    for (int g = 0; g < groups; g += 2) {
        const float *product = products + g * stride;
        const int pair = g + 1 < groups ? 2 : 1;
        const int early = pair == 2 && q->train.rows >= first;
        float scales[2 * LOGICAL], sums[2 * LOGICAL] = {0};
        int fits = 3;
        if (early) {
            const float *next = product + stride;
            fits = first == 3      ? first_residuals(q, product, next, 1, 3, scales, sums)
                   : q->normalized ? first_residuals(q, product, next, 1, 5, scales, sums)
                                   : first_residuals(q, product, next, 0, 5, scales, sums);
        }
        for (int i = 0; i < pair; i++, product += stride) {
            int group = first_group + g + i;
            int full = group % q->full_every == 0;
            float *scale = scales + LOGICAL * i;
            float *sum = sums + LOGICAL * i;
            if (!early) {
                scales_of(q, product, scale);
            }
            if ((full || fits >> i & 1) &&
                (add_all(&q->train, entries, early ? first : 0, product, scale, sum, q->largest_eps, full) || full)) {
                report_group(q, product, scale, sum, full, group, r);
            }
        }
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

// ---- particles ----

// a where the mask is set, else b.
INLINE floats chosen_of(ints mask, floats a, floats b) { return as_floats((as_ints(a) & mask) | (as_ints(b) & ~mask)); }

// Turns noise from the prior into proposals, in place: Crank-Nicolson's for normal weights, wrapped steps for uniform ones.
static void propose(int uniform, float *noise, const float *current, int vectors, float keep, float step) {
    const int64_t count = LOGICAL * (int64_t)vectors;
    for (int64_t i = 0; i < count; i += LANES) {
        floats old = load(current + i);
        floats fresh = load(noise + i);
        if (uniform) {
            floats x = mul_add(all(step), fresh, old);
            floats wrapped = chosen_of(x > all(1), x - 2.0f, chosen_of(x < all(-1), x + 2.0f, x));
            store(noise + i, wrapped);
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
    if (q->whole && q->width == q->cols && q->cols <= BLOCK_COLS && !activates(q)) {
        multiplication first = {
            .groups = groups, .rows = q->rows, .cols = q->cols, .units = q->width,
            .y = y, .y_group = y_group, .y_row = 1, .y_unit = q->rows,
            .w = k->weights + LOGICAL * at, .w_group = q->per_group, .w_unit = q->cols,
            .out = k->products, .out_group = q->rows * q->cols, .fresh = 1,
        };
        multiply_chain(&first, q->depth - 1);
        return;
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

static void evaluate(chunk_kernel *k, int groups) {
    const question *q = &k->asked;
    k->reported.count = 0;
    start(&k->random, q->uniform);
    for (int first = 0; first < groups; first += k->batch) {
        int now = groups - first < k->batch ? groups - first : k->batch;
        if (q->whole) {
            draw(k, now * q->per_group);
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
