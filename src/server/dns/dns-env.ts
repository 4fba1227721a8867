import { readDnsAddress, shellHelp } from './shell-help.ts';
import { defaultStateDirectory } from '../cli/options.ts';

// `eval "$(npm run -s dns-env)"`: lets a shell use the names of the cluster that runs on the usual state directory, or on
// that of DCOS_LOCAL_STATE.

const state = process.env['DCOS_LOCAL_STATE'] ?? defaultStateDirectory();
const address = readDnsAddress(state);
if (address) process.stdout.write(shellHelp(address));
else {
  process.stderr.write(`No cluster runs on ${state}: start it with npm start, or set DCOS_LOCAL_STATE to its state directory.\n`);
  process.exitCode = 1;
}
