import { spawn } from 'node:child_process';

/** Shows the page to the user who started us at a terminal, where there is a display. Failing to is no fault: the address is printed. */
export function openBrowser(url: string): void {
  const { platform, env, stdout } = process;
  if (!stdout.isTTY || (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])) return;
  const [command, args]: [string, string[]] =
    platform === 'darwin' ? ['open', [url]] : platform === 'win32' ? ['explorer', [url]] : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
