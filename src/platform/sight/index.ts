export {
  defineSight,
  recordFactsQuery,
  seesRecord,
  sightOf,
  sightsKnown,
  type RecordFacts,
  type Seeing,
  type Sight,
} from './sight.js';
export { membersOf, reachOf, visibleHolders, visibleTo, type Belonging, type Seer } from './visibility.js';
