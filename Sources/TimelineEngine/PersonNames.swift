import Determinism

/// Names for people whom the scenario only counts; nobody's in particular, and in more than one script.
enum PersonNames {
  static func name(_ random: inout RandomStream) -> String {
    let given = given[random.nextInteger(below: given.count)]
    return given + " " + family[random.nextInteger(below: family.count)]
  }

  private static let given = [
    "Aiko", "Amina", "Anders", "Bea", "Björn", "Carlos", "Chiara", "Daan", "Dilek", "Elif", "Emeka", "Fátima",
    "Gita",
    "Hana", "Ines", "Ivan", "Jana", "João", "Kofi", "Lena", "Léa", "Malik", "Mei", "Mia", "Nadia", "Noah",
    "Olga",
    "Omar", "Pavel", "Quynh", "Rania", "Sam", "Søren", "Tariq", "Uma", "Vera", "Wei", "Ximena", "Yusuf",
    "Zoë",
    "Мария", "明",
  ]

  private static let family = [
    "Adeyemi", "Almeida", "Bauer", "Berg", "Chen", "Dubois", "Eriksen", "Fischer", "García", "Haddad", "Ito",
    "Janssen",
    "Kaya", "Khan", "Kowalski", "Larsen", "Moreau", "Nguyen", "Novák", "O'Brien", "Okafor", "Petrov", "Quist",
    "Rossi",
    "Sato", "Schäfer", "Silva", "Tamm", "Usman", "Vargas", "Weber", "Xu", "Yılmaz", "Zając", "Иванова", "陈",
  ]
}
