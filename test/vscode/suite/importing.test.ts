import { includes, ok } from '../support/expect';
import { activated, ready } from '../support/extension';

interface Exports {
  readonly client: { sendRequest(method: string, params: unknown): Promise<unknown> };
}

describe('Importing standards', () => {
  before(ready);

  it('loads what reads other programs’ files, in every host', async () => {
    const { client } = (await activated()).exports as Exports;
    const params = {
      name: 'ours.csv',
      bytes: btoa('Ref,Standard\n6.9,Children are heard\n6.10,Children are fed\n'),
      target: 'ours.standards.md',
    };
    for (let time = 1; time <= 2; time++) {
      const made = await client.sendRequest('criticalFriend/importStandards', params);
      ok(
        made !== null && typeof made === 'object' && 'text' in made,
        `Time ${String(time)}: ${JSON.stringify(made)}`,
      );
      includes(String(made.text), '- 6.10 Children are fed');
    }
  });
});
