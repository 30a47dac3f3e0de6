// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask.hpp"

namespace poise {

pqxx::result ask(pqxx::work& work, const std::string& statement, const std::vector<std::string>& values) {
    return work.exec_params(statement, pqxx::prepare::make_dynamic_params(values));
}

} // namespace poise
