/** What a hosted page can ask of the page around it. */
export interface HostPowers {
  /** tab or dialog, in teams-js' words */
  frame: 'content' | 'task';
  context: () => Record<string, unknown>;
  token: () => Promise<string>;
  openLink: (address: string) => void;
  openPage: (pageId: string, subPageId: string | undefined) => void;
  /** resolves when the dialog has ended */
  startTask: (task: TaskInfo) => Promise<TaskEnd>;
  completeTask: (result: unknown) => void;
  themeWanted: () => void;
}

/** A dialog that a page asks for. */
export interface TaskInfo {
  url?: string;
  title?: string;
  width?: number | string;
  height?: number | string;
}

/** How a page's dialog ended. */
export interface TaskEnd {
  error?: string;
  result?: unknown;
}

/** The version of the runtime description that teams-js 2.58 knows (its runtime.d.ts). */
const RUNTIME = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  supports: {
    dialog: { card: { bot: {} }, url: { bot: {}, parentCommunication: {} }, update: {} },
    pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, fullTrust: {} },
  },
});

type HostFunction = (powers: HostPowers, args: unknown[]) => unknown[] | Promise<unknown[]> | undefined;

/** By name, what each call of teams-js 2.58 is answered with; undefined where it waits for no answer. */
const FUNCTIONS: Record<string, HostFunction> = {
  initialize: ({ frame }) => [frame, 'web', RUNTIME, '2.58.0'],
  getContext: ({ context }) => [context()],
  'authentication.getAuthToken': async ({ token }) => {
    try {
      return [true, await token()];
    } catch (error) {
      return [false, error instanceof Error ? error.message : 'CancelledByUser'];
    }
  },
  executeDeepLink: ({ openLink }, [address]) => {
    openLink(String(address));
    return [true];
  },
  'pages.navigateToApp': ({ openPage }, [where]) => {
    const { pageId, subPageId } = Object(where) as { pageId?: unknown; subPageId?: unknown };
    openPage(String(pageId), typeof subPageId === 'string' ? subPageId : undefined);
    return [true];
  },
  'tasks.startTask': async ({ startTask }, [task]) => {
    const end = await startTask(Object(task) as TaskInfo);
    return [end.error, end.result];
  },
  'tasks.completeTask': ({ completeTask }, [result]) => {
    completeTask(result);
    return undefined;
  },
  'tasks.updateTask': () => undefined,
  registerHandler: ({ themeWanted }, [name]) => {
    if (name === 'themeChange') themeWanted();
    return undefined;
  },
  'appInitialization.appLoaded': () => undefined,
  'appInitialization.success': () => undefined,
  'appInitialization.failure': () => undefined,
  'appInitialization.expectedFailure': () => undefined,
  readyToUnload: () => undefined,
};

/** Answers a call of a hosted page; undefined when it needs no answer or is none that Local Teams plays. */
export async function answerCall(
  powers: HostPowers,
  func: string,
  args: unknown[],
): Promise<unknown[] | undefined> {
  return FUNCTIONS[func]?.(powers, args);
}
