/** Reads one line from standard input: a secret on the command line would stand in the process list and the shell's history. On a terminal it asks and shows nothing. */
export async function readSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) {
    stderr.write(`${prompt} (not shown): `);
    stdin.setRawMode(true);
  }
  try {
    return await firstLine(stdin);
  } finally {
    if (stdin.isTTY) {
      stdin.setRawMode(false);
      stderr.write('\n');
    }
    stdin.pause();
  }
}

async function firstLine(stdin: AsyncIterable<Buffer | string>): Promise<string> {
  let line = '';
  for await (const chunk of stdin) {
    for (const character of chunk.toString()) {
      if (character === '\r' || character === '\n') return line;
      // In raw mode the terminal hands these keys on instead of acting on them.
      if (character === '\u0003') throw new Error('interrupted: nothing was changed');
      line = character === '\u007f' ? line.slice(0, -1) : line + character;
    }
  }
  return line;
}
