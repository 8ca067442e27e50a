import { randomUUID } from 'node:crypto';
import { unknown } from './clientRefusal';
import type { Json } from './json';

/** Somebody types on while they look; older lists are not on any screen. */
const KEPT = 100;

interface ShownList {
  person: string;
  attachments: Json[];
}

/** The newest lists of results that people have before them. They are gone after a restart, as when an app is closed. */
export class Searches {
  private readonly shown = new Map<string, ShownList>();

  /** Keeps what a person's search found; returns its id. */
  keep(person: string, attachments: Json[]): string {
    const id = randomUUID();
    this.shown.set(id, { person, attachments });
    const oldest = this.shown.keys().next().value;
    if (this.shown.size > KEPT && oldest !== undefined) this.shown.delete(oldest);
    return id;
  }

  /** One result of a search of this person. Throws 404. */
  result(person: string, id: string, at: number): Json {
    const list = this.shown.get(id);
    const result = list?.person === person ? list.attachments[at] : undefined;
    if (result === undefined) throw unknown('result of a search of this person', `${id}, ${at}`);
    return result;
  }
}
