/** Feature to value: the form in which the models read a text. */
export type Features = Map<number, number>;

/** How many slots the hashed features share; a power of two. */
export const bucketCount = 32768;

/** Counts a named feature in its slot; names that share a slot are told apart by all the others. */
export function addFeature(features: Features, name: string, value: number): void {
  const bucket = hash(name) & (bucketCount - 1);
  features.set(bucket, (features.get(bucket) ?? 0) + value);
}

/** Puts a sentence's vector behind the hashed features. */
export function addVector(features: Features, vector: Float32Array, worth: number): Features {
  for (const [index, value] of vector.entries()) features.set(bucketCount + index, value * worth);
  return features;
}

/** Scales the values so that their squares sum to 1, in place. */
export function toUnitLength(features: Features): Features {
  let squares = 0;
  for (const value of features.values()) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (const [bucket, value] of features) features.set(bucket, value / length);
  return features;
}

/** FNV-1a, 32 bit. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}
