package org.guesscheck.core.kernel.vector;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.StackWalker.StackFrame;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The code of one method of a template, written while the template is loaded.
 *
 * <p>A {@link Value} is an expression; nothing is written before a statement uses it. {@code sum.set(y.fma(w, sum))} writes the
 * statement {@code sum = y.fma(w, sum)}. The writer's own loops and conditions leave no trace: a loop over five columns writes
 * five statements. Only {@link #loop} and {@link #unless} write a loop and a condition. Every statement has the line number of
 * its writer, which debuggers, profilers and printed machine code show.
 */
final class KernelCode {
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc FLOAT_VECTOR = desc(FloatVector.class);
    private static final ClassDesc VECTOR = desc(Vector.class);
    private static final ClassDesc SPECIES = desc(VectorSpecies.class);
    private static final ClassDesc MASK = desc(VectorMask.class);
    private static final ClassDesc OPERATORS = desc(VectorOperators.class);
    private static final ClassDesc UNARY = desc(VectorOperators.Unary.class);
    private static final StackWalker STACK = StackWalker.getInstance();

    private final CodeBuilder code;
    private final Class<?> template;
    private final MethodType type;

    /** Code of a method of a template that has its float species in the static field {@code F}. */
    KernelCode(CodeBuilder code, Class<?> template, MethodTypeDesc type) {
        this.code = code;
        this.template = template;
        try {
            this.type = type.resolveConstantDesc(MethodHandles.lookup());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** An expression, which is computed anew wherever it is used. */
    class Value {
        private final Class<?> type;
        private final Runnable push;

        private Value(Class<?> type, Runnable push) {
            this.type = type;
            this.push = push;
        }

        /** An expression that starts with this one. */
        private Value then(Class<?> of, Runnable instruction, Value... operands) {
            return expression(of, push, operands, instruction);
        }

        /** A field of an object, or a component of a record. */
        Value get(String name) {
            try {
                if (type.isRecord()) {
                    Class<?> component = type.getDeclaredMethod(name).getReturnType();
                    return then(
                            component, () -> code.invokevirtual(desc(type), name, MethodTypeDesc.of(desc(component))));
                }
                Class<?> field = type.getDeclaredField(name).getType();
                return then(field, () -> code.getfield(desc(type), name, desc(field)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName() + " has no " + name, e);
            }
        }

        /** The sum of two ints. */
        Value plus(Value other) {
            return then(int.class, code::iadd, other);
        }

        /** The sum of two ints. */
        Value plus(int n) {
            return n == 0 ? this : plus(constant(n));
        }

        /** The sum of an int and a multiple of another. */
        Value plus(int times, Value stride) {
            return times == 0 ? this : plus(times == 1 ? stride : stride.times(times));
        }

        /** The product of two ints. */
        Value times(int n) {
            return then(int.class, code::imul, constant(n));
        }

        /** A bit, 0 or 1, at another place of an int. */
        Value shifted(int bits) {
            return bits == 0 ? this : then(int.class, code::ishl, constant(bits));
        }

        /** The bits of two ints. */
        Value or(Value other) {
            return then(int.class, code::ior, other);
        }

        /** A float of this array. */
        Value element(Value at) {
            return then(float.class, code::faload, at);
        }

        /** The negative of a float. */
        Value negative() {
            return then(float.class, code::fneg);
        }

        /** A vector that a loop carries, as one of the class in the template's static field {@code FLOATS}; {@link ExactType}. */
        Value exact() {
            return new Value(FloatVector.class, () -> {
                code.getstatic(desc(template), "FLOATS", CD_Class);
                push.run();
                code.invokevirtual(CD_Class, "cast", MethodTypeDesc.of(CD_Object, CD_Object))
                        .checkcast(FLOAT_VECTOR);
            });
        }

        /** A vector's lanes times another's, plus a third's, rounded once. */
        Value fma(Value factor, Value addend) {
            return then(
                    FloatVector.class,
                    () -> code.invokevirtual(FLOAT_VECTOR, "fma", MethodTypeDesc.of(FLOAT_VECTOR, VECTOR, VECTOR)),
                    factor,
                    addend);
        }

        /** A vector's lanes times another's. */
        Value mul(Value factor) {
            return vectors("mul", factor);
        }

        /** A vector's lanes plus another's. */
        Value add(Value addend) {
            return vectors("add", addend);
        }

        private Value vectors(String operation, Value other) {
            return then(
                    FloatVector.class,
                    () -> code.invokevirtual(FLOAT_VECTOR, operation, MethodTypeDesc.of(FLOAT_VECTOR, VECTOR)),
                    other);
        }

        /** A vector's lanes divided by another's. */
        Value div(Value divisor) {
            return vectors("div", divisor);
        }

        /** The square roots of a vector's lanes. */
        Value root() {
            return then(
                    FloatVector.class,
                    () -> code.getstatic(OPERATORS, "SQRT", UNARY)
                            .invokevirtual(FLOAT_VECTOR, "lanewise", MethodTypeDesc.of(FLOAT_VECTOR, UNARY)));
        }

        /** A vector's lanes times a float. */
        Value scaled(Value factor) {
            return then(
                    FloatVector.class,
                    () -> code.invokevirtual(FLOAT_VECTOR, "mul", MethodTypeDesc.of(FLOAT_VECTOR, CD_float)),
                    factor);
        }

        /** Whether a lane of a vector is below a float: 0 or 1. */
        Value anyBelow(Value bound) {
            return then(
                    int.class,
                    () -> code.invokevirtual(FLOAT_VECTOR, "lt", MethodTypeDesc.of(MASK, CD_float))
                            .invokevirtual(MASK, "anyTrue", MethodTypeDesc.of(CD_boolean)),
                    bound);
        }

        /** Stores a vector into an array. */
        void store(Value array, Value at) {
            line();
            push.run();
            array.push.run();
            at.push.run();
            code.invokevirtual(FLOAT_VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
    }

    /** A local variable. */
    final class Variable extends Value {
        private final int slot;

        private Variable(Class<?> type, int slot) {
            super(type, () -> code.loadLocal(TypeKind.from(type), slot));
            this.slot = slot;
        }

        void set(Value value) {
            line();
            value.push.run();
            code.storeLocal(TypeKind.from(value.type), slot);
        }
    }

    /** The template's object, of which the method is one of its own. */
    Value self() {
        return new Value(template, () -> code.aload(0));
    }

    /** A parameter of the method, counted from 0. */
    Variable parameter(int index) {
        return new Variable(type.parameterType(index), code.parameterSlot(index));
    }

    /** A new local variable. */
    Variable variable(Value value) {
        Variable made = new Variable(value.type, code.allocateLocal(TypeKind.from(value.type)));
        made.set(value);
        return made;
    }

    Value constant(int n) {
        return new Value(int.class, () -> code.loadConstant(n));
    }

    /** A vector of zeros. */
    Value zero() {
        return ofSpecies("zero", MethodTypeDesc.of(FLOAT_VECTOR, SPECIES));
    }

    /** A vector with a float in all lanes. */
    Value broadcast(Value number) {
        return ofSpecies("broadcast", MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, CD_float), number);
    }

    /** A vector from an array. */
    Value load(Value array, Value at) {
        return ofSpecies("fromArray", MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, FLOATS, CD_int), array, at);
    }

    private Value ofSpecies(String factory, MethodTypeDesc type, Value... operands) {
        return expression(
                FloatVector.class,
                () -> code.getstatic(desc(template), "F", SPECIES),
                operands,
                () -> code.invokestatic(FLOAT_VECTOR, factory, type));
    }

    private Value expression(Class<?> type, Runnable first, Value[] operands, Runnable instruction) {
        return new Value(type, () -> {
            first.run();
            for (Value operand : operands) {
                operand.push.run();
            }
            instruction.run();
        });
    }

    /** A loop over an int from 0 to {@code end}, exclusive. */
    void loop(Value end, Value step, Consumer<Value> body) {
        Variable i = variable(constant(0));
        Label again = code.newBoundLabel();
        Label done = code.newLabel();
        line();
        code.iload(i.slot);
        end.push.run();
        code.if_icmpge(done);
        body.accept(i);
        i.set(i.plus(step));
        code.goto_(again).labelBinding(done);
    }

    /** Statements that are left out where a boolean is true. */
    void unless(Value condition, Runnable body) {
        Label done = code.newLabel();
        line();
        condition.push.run();
        code.ifne(done);
        body.run();
        code.labelBinding(done);
    }

    /** Ends the method. */
    void end() {
        line();
        code.return_();
    }

    /** Ends the method with an int. */
    void end(Value result) {
        line();
        result.push.run();
        code.ireturn();
    }

    private void line() {
        code.lineNumber(STACK.walk(frames -> frames.filter(
                        frame -> !frame.getClassName().startsWith(KernelCode.class.getName()))
                .findFirst()
                .map(StackFrame::getLineNumber)
                .orElseThrow()));
    }
}
