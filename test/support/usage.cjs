// Loaded before a program whose processor time and memory are measured: says both when it ends. What Node calls the most
// memory counts that of the parent before the program was started, so Linux is asked for the program's own.
const { readFileSync, writeSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const own =
    process.platform === 'linux' && /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
  const kilobytes = own ? Number(own[1]) : maxRSS;
  writeSync(3, JSON.stringify({ microseconds: userCPUTime + systemCPUTime, kilobytes }));
});
