// SPDX-License-Identifier: GPL-3.0-or-later
#include "locale.hpp"
#include "team_commands.hpp"

int main(int argc, char** argv) {
    using namespace poise;
    speak_the_persons_language();
    return run_program({"poise team", "Your week for a team, and a team's week.", POISE_VERSION, add_team_commands},
                       {argv + 1, argv + argc});
}
