/* draws.h and reduced.h as a library, for a program that takes turns with it: ../Turns.java. */
#include <stdlib.h>

#include "reduced.h"

#define FOR_OTHERS __attribute__((visibility("default")))

typedef struct {
    Draws draws;
    float tile[4 * TILE * LANES];
} Turn;

/* Makes the state of one thread. */
FOR_OTHERS void *turn_new(uint64_t value) {
    Turn *turn = aligned_alloc(64, sizeof *turn);
    seed(&turn->draws, value);
    return turn;
}

/* Sets the shape of all threads' turns from now on. */
FOR_OTHERS void turn_prepare(int shape) { prepare(&SHAPES[shape]); }

/* Draws groups of 16 and returns how many were accepted; first: index of how many first residuals are judged (0 to 4). */
FOR_OTHERS int turn_draws(void *pointer, int shape, int first, int groups) {
    Turn *turn = pointer;
    return LOOPS[first](&SHAPES[shape], &turn->draws, turn->tile, groups);
}

/* The same two calls for a wide network in reduced form. */
FOR_OTHERS void turn_prepare_wide(void) { prepare_wide(); }

FOR_OTHERS int turn_reduced(void *pointer, int shape, int groups) {
    Turn *turn = pointer;
    return reduced(&WIDE[shape], &turn->draws, turn->tile, groups);
}

/* Draws so many times TILE vectors of normals; returns how many numbers that is. */
FOR_OTHERS int turn_normals(void *pointer, int times) {
    Turn *turn = pointer;
    for (int i = 0; i < times; i++) normals(&turn->draws, turn->tile, TILE / 2);
    return times * TILE * LANES;
}
