import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from './caseRoles';
import { pressMadeUp } from './rawPress';
import type { RoleWorld } from './roleWorld';
import { PEOPLE } from './roleWorld';

const METHODS: Readonly<Record<string, string>> = { get: 'GET', post: 'POST', put: 'PUT', del: 'DELETE' };

/** Every route under /api/files, as the code has them. */
export function filesRoutes(): string[] {
  const code = readFileSync(join('src', 'pages', 'filesApi.ts'), 'utf8');
  return [...code.matchAll(/server\.(\w+)\(\s*'\/api\/files\/([^']+)'/g)].map(
    ([, method = '', path = '']) => `${METHODS[method] ?? method} ${path}`,
  );
}

/** Asks a route with the link that the person's own press made, or with a guess where there came none. */
export async function askRoute({ product, data }: RoleWorld, role: Role, route: string): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const verb = path === 'open' ? 'concerns.openFile' : 'concerns.addFile';
  const answer = await pressMadeUp(product, PEOPLE[role], verb, data);
  const token = /#([\w-]+)/.exec(answer)?.[1] ?? randomBytes(32).toString('base64url');
  const ask = async (how: string, where: string): Promise<string> => {
    const response = await fetch(`${product.url}/api/files/${where}`, {
      method: how,
      headers: { Authorization: `Bearer ${token}${path === 'open' ? '' : `.${'p'.repeat(43)}`}` },
      ...(how === 'PUT' && { body: Buffer.from('some text') }),
    });
    return `${response.status} ${await response.text()}`;
  };
  if (path !== 'open' && path !== 'begin') await ask('POST', 'begin');
  return ask(method, path.replace(':file', 'two').replace(':number', '0'));
}
