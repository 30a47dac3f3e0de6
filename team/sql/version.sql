-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last of all: which schema this is. Whatever is not granted by name above belongs to nobody.
INSERT INTO poise.installation (version) VALUES (1) ON CONFLICT (only_one) DO UPDATE SET version = 1;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA poise FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA poise FROM PUBLIC;
