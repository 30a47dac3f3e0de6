// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask.hpp"

namespace poise {

pqxx::result ask(pqxx::work& work, const std::string& statement, const std::vector<std::string>& values) {
    pqxx::params parameters;
    parameters.append_multi(values);
    return work.exec(statement, parameters);
}

} // namespace poise
