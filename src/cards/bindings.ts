import { Expression } from 'adaptive-expressions';

type Json = Record<string, unknown>;
const BINDING = /\$\{([^}]*)\}/g;
const PATH = /^\$\{([\w.$]+)\}$/;

/**
 * Names that a template binds to and its data does not have. The templating library takes a missing name in a
 * condition for false, and the part of the card is gone without a word.
 * @param scope the data that names mean here: the whole, or one item under a `$data`.
 */
export function missingNames(template: unknown, scope: unknown, root: unknown = scope): string[] {
  if (typeof template === 'string') return namesIn(template).filter((name) => !has(name, scope, root));
  if (Array.isArray(template)) return template.flatMap((part) => missingNames(part, scope, root));
  if (typeof template !== 'object' || template === null) return [];
  const { $data, ...rest } = template as Json;
  const parts = Object.values(rest);
  if ($data === undefined) return parts.flatMap((part) => missingNames(part, scope, root));
  const missing = missingNames($data, scope, root);
  const below = valueAt($data, scope, root);
  const items: unknown[] = Array.isArray(below) ? below : below === undefined ? [] : [below];
  return [...missing, ...items.flatMap((item) => parts.flatMap((part) => missingNames(part, item, root)))];
}

const names = new Map<string, readonly string[]>();

/** Each text is taken apart once: templates are few and never change. */
function namesIn(text: string): readonly string[] {
  const known = names.get(text);
  if (known) return known;
  const found = [...text.matchAll(BINDING)].flatMap(([, expression]) =>
    Expression.parse(expression ?? '').references(),
  );
  names.set(text, found);
  return found;
}

function has(name: string, scope: unknown, root: unknown): boolean {
  const [first = '', second = ''] = name.split(/[.[\]]/);
  if (first === '$root') return second === '' || property(root, second) !== undefined;
  return first.startsWith('$') || property(scope, first) !== undefined;
}

/** What a `$data` leads to; it is a path in all our cards. */
function valueAt($data: unknown, scope: unknown, root: unknown): unknown {
  const path = typeof $data === 'string' ? PATH.exec($data)?.[1] : undefined;
  if (path === undefined) return $data;
  const [first = '', ...rest] = path.split('.');
  const start = first === '$root' ? root : property(scope, first);
  return rest.reduce((value: unknown, name) => property(value, name), start);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
}
