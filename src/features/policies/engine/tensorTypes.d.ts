import '@energetic-ai/core';

/** The part of TensorFlow.js that is used here: the package carries its code inside and leaves its types out. */
declare module '@energetic-ai/core' {
  interface Tensor {
    readonly shape: readonly number[];
    dataSync(): Float32Array;
  }
  interface GraphModel {
    /** By the graph's own names; each list holds one tensor. */
    readonly weights: Readonly<Record<string, readonly Tensor[]>>;
  }
  type Operand = Tensor | number;

  function ready(): Promise<void>;
  /** Frees every tensor that `work` made. */
  function tidy<T>(work: () => T): T;
  function tensor1d(values: readonly number[], type: 'int32'): Tensor;
  function range(start: number, end: number): Tensor;
  function gather(from: Tensor, rows: Tensor): Tensor;
  function add(one: Operand, other: Operand): Tensor;
  function sub(one: Operand, other: Operand): Tensor;
  function mul(one: Operand, other: Operand): Tensor;
  function square(of: Tensor): Tensor;
  function squaredDifference(one: Tensor, other: Tensor): Tensor;
  function rsqrt(of: Tensor): Tensor;
  function sin(of: Tensor): Tensor;
  function cos(of: Tensor): Tensor;
  function tanh(of: Tensor): Tensor;
  function softmax(of: Tensor): Tensor;
  function sum(of: Tensor): Tensor;
  function mean(of: Tensor, axis: number, keepsDimensions: boolean): Tensor;
  function concat(parts: readonly Tensor[], axis: number): Tensor;
  function split(whole: Tensor, count: number, axis: number): Tensor[];
  function reshape(of: Tensor, shape: readonly number[]): Tensor;
  function transpose(of: Tensor, order: readonly number[]): Tensor;
  function matMul(one: Tensor, other: Tensor, turnsOne?: boolean, turnsOther?: boolean): Tensor;
  const fused: {
    /** a × b + bias, through the activation. */
    matMul(of: { a: Tensor; b: Tensor; bias: Tensor; activation: 'linear' | 'relu' }): Tensor;
  };
}
