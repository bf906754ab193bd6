/** The demo page: the published entry and nothing else. */

import "../annexa.js";

