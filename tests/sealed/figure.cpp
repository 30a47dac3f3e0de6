// SPDX-License-Identifier: GPL-3.0-or-later
// A figure for others, made of one fact. With an open fact it compiles; with a sealed one it must not (CMakeLists.txt).
#include "poise/sealed.hpp"

poise::OpenFact figure() { return poise::FACT{}; }
