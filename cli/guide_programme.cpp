// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_programme.hpp"

#include "daemon_reply.hpp"
#include "own_practice.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

Exit print_programme(Console& console) {
    const Driver driver = own_practice().driver;
    console.print_line("P" + std::to_string(static_cast<int>(driver)) + " " + std::string{name(driver)});
    return Exit::done;
}

Exit choose_programme(const std::string& driver, Console& console) {
    auto daemon = reach_daemon();
    or_fail(daemon.choose_programme(driver));
    if (parse<Driver>(driver) == Driver::visceral) { // P5
        console.print_line(tr("Exercise is off until you clear it by hand (poise screen --clear)."));
    }
    return Exit::done;
}

std::string problem_with_driver(const std::string& word) {
    if (parse<Driver>(word)) return "";
    return in_backticks(word) + " is unknown (expected one of prevention, posture, myofascial, disc, stenosis, "
                                "visceral, osteoarthritis, curves, or P0 to P7)";
}

} // namespace

void add_guide_programme(CLI::App& guide, Command& chosen) {
    auto* programme = guide.add_subcommand("programme", "Choose your programme, or print which is in force");
    const auto driver = std::make_shared<std::string>();
    programme->add_option("NAME", *driver, "what drives your discomfort, such as stenosis, or its number, P0 to P7")
        ->check(CLI::Validator{problem_with_driver, ""})
        ->type_name("");
    programme->callback([&chosen, driver] {
        chosen = print_programme;
        if (driver->empty()) return;
        chosen = [driver](Console& console) { return choose_programme(*driver, console); };
    });
}

} // namespace poise
