import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { answerCall, type HostPowers } from './hostFunctions';
import { answerTo, callFrom, type HostMessage, type PageAnswer } from './protocol';

/** Plays Teams for the page in a frame: hears only that frame, and only from the address it was given. */
export function useHostedPage(
  frame: RefObject<HTMLIFrameElement | null>,
  address: string,
  theme: string,
  powers: Omit<HostPowers, 'themeWanted'>,
): void {
  const latest = useRef(powers);
  latest.current = powers;
  const wantsTheme = useRef(false);

  useEffect(() => {
    const origin = new URL(address, window.location.href).origin;
    wantsTheme.current = false;
    const onMessage = (event: MessageEvent): void => {
      const page = frame.current?.contentWindow;
      const call = callFrom(event.data);
      if (!page || event.source !== page || event.origin !== origin || !call) return;
      const themeWanted = (): void => void (wantsTheme.current = true);
      void answerCall({ ...latest.current, themeWanted }, call.func, call.args).then((args) => {
        if (args) post(frame, origin, answerTo(call, args));
      });
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame, address]);

  useEffect(() => {
    const origin = new URL(address, window.location.href).origin;
    if (wantsTheme.current) post(frame, origin, { func: 'themeChange', args: [theme] });
  }, [frame, address, theme]);
}

function post(
  frame: RefObject<HTMLIFrameElement | null>,
  origin: string,
  message: PageAnswer | HostMessage,
): void {
  frame.current?.contentWindow?.postMessage(message, origin);
}
