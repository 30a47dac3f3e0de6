// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an export to import: refused with a line and a reason, or facts that are written, read, added up and
// folded; exported again they are the same.
#include "folding.hpp"

#include "export_text.hpp"
#include "importing.hpp"
#include "journal_reader.hpp"
#include "scoped.hpp"

#include <cstdint>
#include <cstdlib>

using namespace poise;
using poise::fuzz::must;

namespace {

std::string exported(const std::vector<Fact>& facts) {
    std::string text = export_header(Sealed::included);
    for (const Fact& fact : facts) text += export_line(fact);
    return text;
}

void import(const std::vector<Fact>& facts, const Days& days) {
    const test::ScratchFolder folder;
    const auto database = folder.path() / "poise.db";
    import_facts(database, facts);
    JournalReader reader{database};
    std::vector<Fact> read;
    must(reader.every_fact([&](const Fact& fact) { read.push_back(fact); }) == 0, "what was written is not understood");
    must(read == facts, "the journal says something else");
    Days kept;
    if (!days.empty()) kept = reader.days(days.begin()->first, days.rbegin()->first);
    for (const auto& [day, totals] : days) must(totals == DayTotals{} || kept[day] == totals, "the roll-up differs");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool in_memory = ::setenv("TMPDIR", "/dev/shm", 1) == 0;
    must(in_memory, "no environment");
    const auto facts = parse_export(std::string{data, data + size});
    if (!facts) {
        must(!facts.error().empty(), "refused without a reason");
        for (const auto& problem : facts.error()) must(problem.line > 0 && !problem.what.empty(), "a problem nowhere");
        return 0;
    }
    const auto again = parse_export(exported(*facts));
    must(again && *again == *facts, "what is exported cannot be imported");
    Days days;
    for (const Fact& fact : *facts) add_up(days, fact);
    if (const auto report = fuzz::report_on(days)) {
        must(report->sit_s + report->stand_s == report->working_s + report->passive_s + report->resting_s,
             "does not add up");
    }
    fuzz::start_from(*facts);
    import(*facts, days);
    return 0;
}
