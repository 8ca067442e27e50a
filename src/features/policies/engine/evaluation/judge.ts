import type { AnsweringEngine } from '../outcome';
import type { Judged } from './figures';
import type { Item } from './readItems';
import { resultLine } from './resultLine';

/** Puts every item to the engine, one after the other. */
export async function judge(engine: AnsweringEngine, items: readonly Item[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const item of items) {
    judged.push({ item, result: resultLine(item.id, await engine.ask(item.text, item.previous)) });
  }
  return judged;
}
