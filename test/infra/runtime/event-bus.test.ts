import { expect, it } from 'vitest';
import { createEventBus } from '../../../infra/local/event-bus.ts';
import { createPutEvents } from '../../../infra/local/put-events.ts';
import type { Rule } from '../../../infra/local/system.ts';

const start = Date.parse('2026-12-23T15:00:00Z');
const rule = (name: string, bus: string, source: string): Rule => ({
  ...{ logicalId: name, name, arn: name, bus, schedule: undefined, enabled: true, targets: [] },
  pattern: { source: [source] },
});

it('an event on a bus wakes the rules of that bus alone, and is listed in its order', () => {
  const rules = [rule('ours', 'redress', 'redress'), rule('default', 'default', 'redress')];
  const woken: string[] = [];
  const deliver = ({ name }: Rule, { detail }: { detail: unknown }) => {
    woken.push(`${name} ${JSON.stringify(detail)}`);
  };
  const bus = createEventBus(
    { rules, region: 'eu-west-2', account: '123456789012' },
    { deliver },
    () => start,
  );
  const events = createPutEvents(bus, () => start);
  const put = (id: string, busName: string) => ({
    ...{ id, source: 'redress', detailType: 'ActionAdded', detail: `{"sequence":${id}}`, resources: [] },
    busArn: `arn:aws:events:eu-west-2:123456789012:event-bus/${busName}`,
  });
  events.take([put('1', 'redress'), put('2', 'default')]);
  events.take([put('3', 'redress')]);
  expect(woken).toEqual(['ours {"sequence":1}', 'default {"sequence":2}', 'ours {"sequence":3}']);
  expect(events.list().map(({ id, bus: on }) => [id, on])).toEqual([
    ['1', 'redress'],
    ['2', 'default'],
    ['3', 'redress'],
  ]);
  expect(events.list()[0]).toEqual({
    ...{ id: '1', bus: 'redress', source: 'redress', detailType: 'ActionAdded' },
    ...{ detail: { sequence: 1 }, at: '2026-12-23T15:00:00.000Z' },
  });
  events.clear();
  expect(events.list()).toEqual([]);
});
