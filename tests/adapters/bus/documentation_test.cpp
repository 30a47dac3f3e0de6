// SPDX-License-Identifier: GPL-3.0-or-later
// docs/bus.md is for people who script: what the contract offers is in it, and its examples do what it says.
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace poise::test {
namespace {

using testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file{POISE_SOURCE_DIR "/" + path};
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// The name in a line such as `    <method name="Explain">`.
std::string member_in(const std::string& line) {
    for (const std::string tag : {"<method name=\"", "<signal name=\"", "<property name=\""}) {
        const auto at = line.find(tag);
        if (at == std::string::npos) continue;
        const auto begin = at + tag.size();
        return line.substr(begin, line.find('"', begin) - begin);
    }
    return "";
}

TEST(BusDocumentation, HasASectionForEveryMember) {
    const auto document = lines_of("docs/bus.md");
    int count = 0;
    for (const auto& line : lines_of("include/poise/org.poise.Daemon1.xml")) {
        const auto member = member_in(line);
        if (member.empty()) continue;
        EXPECT_THAT(document, testing::Contains("### " + member));
        ++count;
    }
    EXPECT_GE(count, 30);
}

TEST(BusDocumentation, HasExamplesThatDoWhatTheySay) {
    const std::string prompt = "    $ ";
    const auto document = lines_of("docs/bus.md");
    int count = 0;
    for (std::size_t i = 0; i + 1 < document.size(); ++i) {
        const std::string& line = document[i];
        if (!line.starts_with(prompt + "busctl") && !line.starts_with(prompt + "gdbus")) continue;
        if (line.find(" monitor ") != std::string::npos) continue; // waits for ever; see the signals' tests
        if (line.find("Coach1") != std::string::npos) continue;    // another program's; see its rigs
        const std::string example = line.substr(prompt.size());
        const std::string answer = document[i + 1].empty() ? "" : document[i + 1].substr(4);
        TestBus bus;
        ScriptedDaemon daemon;
        daemon.changed(after(working_state(), BreakAsked{Kind::microbreak}, 60));
        if (answer.starts_with("Call failed")) {
            daemon.on_its_thread([](BusService&, Script& script) { script.refusal = "nothing is paused"; });
        }
        const auto output = run(example);
        EXPECT_EQ(output.exit_code == 0, answer.empty()) << example << "\n" << output.text;
        EXPECT_THAT(output.text, HasSubstr(answer)) << example;
        ++count;
    }
    EXPECT_GE(count, 30);
}

} // namespace
} // namespace poise::test
