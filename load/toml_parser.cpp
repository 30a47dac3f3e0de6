// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing but the code of toml++ itself.
#define TOML_IMPLEMENTATION
#include "toml_plus_plus.hpp"
