// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_text.hpp"

#include "say.hpp"

namespace poise {

namespace {

std::string share_of_100(int percent) { return tr("{percent} %", {{"percent", std::to_string(percent)}}); }

std::string plain_quarters(Quarters quarters) {
    constexpr std::array fractions{".0", ".25", ".5", ".75"};
    return std::to_string(quarters / 4) + fractions.at(static_cast<std::size_t>(quarters % 4));
}

} // namespace

std::string percent_text(std::optional<Percent> percent, MemberBand band) {
    if (!percent) return tr("no data");
    const Percent grain = percent_grain(band);
    if (*percent <= 0) return tr("under {percent} %", {{"percent", std::to_string(grain)}});
    if (*percent >= 100) return tr("over {percent} %", {{"percent", std::to_string(100 - grain)}});
    return share_of_100(*percent);
}

std::string quarters_text(std::optional<Quarters> quarters) {
    return quarters ? plain_quarters(*quarters) : tr("no data");
}

std::string hours_text(std::optional<Quarters> quarters) {
    return quarters ? tr("{hours} h", {{"hours", plain_quarters(*quarters)}}) : tr("no data");
}

std::string share_text(std::optional<ShareBand> band) {
    if (!band) return tr("no data");
    switch (*band) {
    case ShareBand::under_20: return tr("under {percent} %", {{"percent", "20"}});
    case ShareBand::between: return tr("20 to 80 %");
    case ShareBand::over_80: return tr("over {percent} %", {{"percent", "80"}});
    }
    return {};
}

} // namespace poise
