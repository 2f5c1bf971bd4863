import { createHash } from 'node:crypto';
import { choiceModel, gateModel } from './model/split-model.ts';
import { sieveModel, storyModel } from './model/story-model.ts';
import { titleModel } from './model/title-model.ts';

const models = createHash('sha256')
  .update([sieveModel, storyModel, choiceModel, gateModel, titleModel.join()].join('\n'))
  .digest('hex');

/**
 * Name of this parser, with a hash of its models; every item version carries it, so that a replay can tell old output from
 * new. The number changes whenever the code may read a page otherwise.
 */
export const parserVersion = `parse-2.${models.slice(0, 8)}`;
