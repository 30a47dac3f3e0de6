// SPDX-License-Identifier: GPL-3.0-or-later
#include "app.hpp"
#include "locale.hpp"
#include "team_command.hpp"

int main(int argc, char** argv) {
    using namespace poise;
    speak_the_persons_language();
    const std::vector<std::string> words{argv + 1, argv + argc};
    const Program program{"poise", "Breaks, posture and movement at the desk.", POISE_VERSION, add_commands};
    return is_for_team(words) ? become_team_program(argv) : run_program(program, words);
}
