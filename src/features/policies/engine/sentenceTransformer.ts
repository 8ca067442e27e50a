import type { GraphModel, Tensor } from '@energetic-ai/core';
import {
  add,
  concat,
  cos,
  fused,
  gather,
  matMul,
  mean,
  mul,
  range,
  reshape,
  rsqrt,
  sin,
  softmax,
  split,
  square,
  squaredDifference,
  sub,
  sum,
  tanh,
  tensor1d,
  tidy,
  transpose,
} from '@energetic-ai/core';

/** Constants of the packaged graph. */
const MOST_TOKENS = 128;
const HEADS = 4;
const TINY = 1e-6;
const LEAST_LENGTH = 1e-12;

interface Dense {
  readonly weights: Tensor;
  readonly bias: Tensor;
}
interface Norm {
  readonly scale: Tensor;
  readonly bias: Tensor;
}
interface Layer {
  readonly norm: Norm;
  /** To queries, keys and values, side by side. */
  readonly attend: Dense;
  readonly combine: Dense;
  readonly innerNorm: Norm;
  readonly widen: Dense;
  readonly narrow: Dense;
}

/**
 * The packaged Universal Sentence Encoder lite, run for one sentence at a time: a transformer of two layers. The
 * package runs its graph for batches of sentences of unlike lengths, and a third of its time goes into their shapes;
 * the sums here are the same ones, and a test holds the results together.
 */
export class SentenceTransformer {
  private readonly embeddings: Tensor;
  private readonly frequencies: Tensor;
  /** Brings the first layer's input to the width of its output. */
  private readonly broaden: Dense;
  private readonly first: Layer;
  private readonly second: Layer;
  private readonly last: Dense;

  /** @throws when the model is another one than this was written for */
  constructor(model: GraphModel) {
    const weights = new Weights(model);
    this.embeddings = weights.find('Embeddings_en');
    this.frequencies = weights.find('TimingSignal/ExpandDims_1');
    this.broaden = weights.dense(
      'Layer_0/TransformerLayer/dense/kernel',
      'Layer_0/TransformerLayer/dense/bias',
    );
    this.first = layerOf(weights, 'Layer_0/TransformerLayer');
    this.second = layerOf(weights, 'Layer_1/TransformerLayer');
    this.last = weights.dense('tanh_layer_0/weights', 'tanh_layer_0/bias');
  }

  /** @returns a vector of unit length */
  encode(tokens: readonly number[]): Float32Array {
    return tidy(() => this.run(tokens.slice(0, MOST_TOKENS)).dataSync());
  }

  private run(tokens: number[]): Tensor {
    const words = gather(this.embeddings, tensor1d(tokens, 'int32'));
    const input = add(words, add(words, this.places(tokens.length)));
    const middle = output(this.first, feed(this.first, input, through(this.broaden, input)));
    // Words are averaged in the end, and the last step is linear: it is taken once for all of them.
    const { attended, wide } = feed(this.second, middle, middle);
    const sentence = output(this.second, { attended: mean(attended, 0, true), wide: mean(wide, 0, true) });
    const whole = tanh(through(this.last, sentence));
    const length = add(sum(square(whole)), LEAST_LENGTH);
    return mul(whole, rsqrt(length));
  }

  /** Where in the sentence each word stands. */
  private places(count: number): Tensor {
    const angles = mul(reshape(range(0, count), [count, 1]), this.frequencies);
    return concat([sin(angles), cos(angles)], 1);
  }
}

/** What a layer has made of the words before its last step, which is linear. */
interface Fed {
  readonly attended: Tensor;
  readonly wide: Tensor;
}

/** @param residual what the attention's result is added to */
function feed(layer: Layer, input: Tensor, residual: Tensor): Fed {
  const attended = add(
    through(layer.combine, attention(through(layer.attend, normed(layer.norm, input)))),
    residual,
  );
  return { attended, wide: through(layer.widen, normed(layer.innerNorm, attended), 'relu') };
}

function output(layer: Layer, { attended, wide }: Fed): Tensor {
  return add(through(layer.narrow, wide), attended);
}

function attention(all: Tensor): Tensor {
  const count = all.shape[0] ?? 0;
  const size = (all.shape[1] ?? 0) / 3 / HEADS;
  const [queries, keys, values] = split(all, 3, 1).map((part) =>
    transpose(reshape(part, [count, HEADS, size]), [1, 0, 2]),
  ) as [Tensor, Tensor, Tensor];
  const shares = softmax(matMul(mul(queries, 1 / Math.sqrt(size)), keys, false, true));
  return reshape(transpose(matMul(shares, values), [1, 0, 2]), [count, HEADS * size]);
}

function normed({ scale, bias }: Norm, input: Tensor): Tensor {
  const middle = mean(input, -1, true);
  const spread = mean(squaredDifference(input, middle), -1, true);
  return add(mul(mul(sub(input, middle), rsqrt(add(spread, TINY))), scale), bias);
}

function through({ weights, bias }: Dense, input: Tensor, activation: 'linear' | 'relu' = 'linear'): Tensor {
  return fused.matMul({ a: input, b: weights, bias, activation });
}

function layerOf(weights: Weights, name: string): Layer {
  const norm = (at: string): Norm => ({
    scale: weights.find(`${at}/layer_prepostprocess/layer_norm/layer_norm_scale`),
    bias: weights.find(`${at}/layer_prepostprocess/layer_norm/layer_norm_bias`),
  });
  const heads = `${name}/MultiheadAttention`;
  const dense = (at: string): Dense => weights.dense(`${at}/kernel`, `${at}/bias`);
  const wide = (at: string): Dense =>
    weights.dense(`${name}/FFN/${at}/Tensordot/Reshape_1`, `${name}/FFN/${at}/bias`);
  return {
    norm: norm(name),
    attend: dense(`${heads}/qkv_transform_single`),
    combine: dense(`${heads}/output_transform_single`),
    innerNorm: norm(`${name}/FFN`),
    widen: wide('conv1'),
    narrow: wide('conv2'),
  };
}

/** The weights of the packaged graph, found by how it calls them. */
class Weights {
  private readonly byName: [string, Tensor][];

  constructor(model: GraphModel) {
    this.byName = Object.entries(model.weights).flatMap(([name, [tensor]]) =>
      tensor ? [[name, tensor] as [string, Tensor]] : [],
    );
  }

  /** @throws when the graph holds none, or several, of that name */
  find(name: string): Tensor {
    const called = new RegExp(`(^|/)${name}(/part_0|/ConcatPartitions/concat)?$`);
    const found = this.byName.filter(([each]) => called.test(each));
    const [only] = found;
    if (!only || found.length > 1)
      throw new Error(`The sentence model has ${found.length} weights called ${name}.`);
    return only[1];
  }

  dense(weights: string, bias: string): Dense {
    const found = this.find(weights);
    const [width = 0, height = 0] = found.shape.slice(-2);
    return { weights: reshape(found, [width, height]), bias: this.find(bias) };
  }
}
