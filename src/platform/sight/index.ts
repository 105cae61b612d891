export { defineSight, recordFactsQuery, seesRecord, sightOf, sightsKnown, type RecordFacts, type Seeing, type Sight } from './sight.js';
