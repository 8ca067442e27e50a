import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EncodeReply, EncodeRequest } from './encoderThread';

/** How many numbers a sentence becomes. */
export const vectorLength = 512;

/** Longest text that is encoded, in characters: the time grows with the length. */
const encodedLength = 300;

/** Turns a sentence into numbers, so that sentences with like meanings have like numbers. */
export interface SentenceEncoder {
  /** @returns a vector of unit length; the same text always gets the same one */
  encode(text: string): Promise<Float32Array>;
}

/**
 * The Universal Sentence Encoder lite (Cer and others, 2018) that @energetic-ai carries inside its package: nothing is
 * asked of any server. It has a thread of its own, so that other people's turns go on while a sentence is read. Loading
 * takes about 0.5 s, a sentence about 10 ms.
 */
export async function loadSentenceEncoder(): Promise<SentenceEncoder> {
  const encoder = new ThreadedEncoder();
  await encoder.encode('');
  return encoder;
}

/** In the bundle (buildBot.ts) the thread is a file beside it; from the sources it is translated as it is loaded. */
function startThread(): Worker {
  if (!__filename.endsWith('.ts'))
    return new Worker(join(dirname(__filename), 'encoderThread.js'), { execArgv: [] });
  const execArgv = ['--require', require.resolve('tsx/cjs')];
  return new Worker(join(__dirname, 'encoderThread.ts'), { execArgv });
}

interface Waiting {
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (reason: Error) => void;
}

/** A thread that ended takes with it only what it was asked: the next question starts another. */
class ThreadedEncoder implements SentenceEncoder {
  private thread: Worker | undefined;
  private asked = 0;
  private readonly waiting = new Map<number, Waiting>();

  encode(text: string): Promise<Float32Array> {
    const thread = (this.thread ??= this.start());
    const request: EncodeRequest = { id: (this.asked += 1), text: text.slice(0, encodedLength) || ' ' };
    return new Promise((resolve, reject) => {
      this.waiting.set(request.id, { resolve, reject });
      // Keeps the process alive for as long as somebody waits, and no longer.
      thread.ref();
      thread.postMessage(request);
    });
  }

  private start(): Worker {
    const thread = startThread();
    thread.on('message', (reply: EncodeReply) => this.take(thread, reply));
    thread.once('error', (cause) => this.end(thread, cause));
    thread.once('exit', () => this.end(thread));
    return thread;
  }

  private take(thread: Worker, { id, vector }: EncodeReply): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0) thread.unref();
    if (vector) waiting?.resolve(vector);
    else waiting?.reject(new Error('A sentence could not be encoded.'));
  }

  private end(thread: Worker, cause?: unknown): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(new Error('The thread of the sentence encoder ended.', { cause }));
  }
}
