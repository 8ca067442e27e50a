import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Ended, and only kept until somebody asks how. */
  readonly ended: boolean;
}

/** The process and everything that it started, and what these started. */
export function familyOf(pid: number): number[] {
  const all = processes();
  const family = [pid];
  for (const one of family)
    family.push(...all.filter(({ parent }) => parent === one).map((child) => child.pid));
  return family;
}

/** Those that are still running. */
export function running(pids: readonly number[]): number[] {
  return processes()
    .filter(({ pid, ended }) => pids.includes(pid) && !ended)
    .map(({ pid }) => pid);
}

/** Processes of a group that are still running. */
export function runningInGroup(group: number): number[] {
  return processes()
    .filter((one) => one.group === group && !one.ended)
    .map(({ pid }) => pid);
}

/** Small Linux images have no `ps`; other systems have no /proc. */
function processes(): ProcessEntry[] {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

function fromProc(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      // The name of the program stands in brackets and may hold anything, brackets too.
      const [state = '', parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return stat === '' ? [] : [entry(name, parent, group, state)];
    });
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    // It ended while the list was read.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

function fromPs(): ProcessEntry[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' }).split('\n');
  return lines.filter(Boolean).map((line) => {
    const [pid, parent, group, state = ''] = line.trim().split(/\s+/);
    return entry(pid, parent, group, state);
  });
}

function entry(
  pid: string | undefined,
  parent: string | undefined,
  group: string | undefined,
  state: string,
): ProcessEntry {
  return { pid: Number(pid), parent: Number(parent), group: Number(group), ended: /^[ZX]/.test(state) };
}
